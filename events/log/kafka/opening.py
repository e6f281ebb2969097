"""Opening a client without leaving anything behind when the broker does not let it in.

kafka-python 3.0.12 starts a thread in the constructors of its consumer and its administrator; if
the constructor fails, that thread and its sockets stay for good. Who tries again every second
while a broker is away would run out of them.
"""

from typing import Any, TypeVar

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from kafka.net.compat import KafkaNetClient

from events.log.kafka.access import KafkaAccess

C = TypeVar("C", KafkaAdminClient, KafkaConsumer, KafkaProducer)


def opened(kind: type[C], access: KafkaAccess, **settings: Any) -> C:  # noqa: ANN401 -- the library's
    """Open a client of a kind.

    Args:
        kind: which of the library's clients.
        access: where to, and who.
        settings: what it is set to beside what every client is set to.

    Raises:
        KafkaError: the broker was not reached; nothing of the client is left.
    """
    made: list[KafkaNetClient] = []

    def network(**configured: Any) -> KafkaNetClient:  # noqa: ANN401 -- the library's
        made.append(KafkaNetClient(**configured))
        return made[-1]

    try:
        return kind(**{**access.settings(), **settings, "kafka_client": network})
    except BaseException:
        for one in made:
            one.close()
        raise

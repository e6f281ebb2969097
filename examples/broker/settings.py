"""One file of properties for every way of having a broker; what changes comes by environment."""

from pathlib import Path
from typing import Final

PROPERTIES: Final = Path(__file__).with_name("server.properties")
LOGGING: Final = Path(__file__).with_name("log4j2.properties")

CLUSTER: Final = "UXl6bWV0LWJyb2tlci0wMQ"
"""Names the cluster in its data: 16 bytes in URL-safe base64, as the storage tool wants them."""

STARTED: Final = "Kafka Server started"
"""What the server logs once it serves: its port is open a while before."""


def variables(
    *, listen: str, advertised: str, controller_port: int, data: str, password: str
) -> dict[str, str]:
    """Give the variables that `server.properties` reads; Kafka itself puts them in.

    Args:
        listen: `host:port` on which clients are heard.
        advertised: `host:port` under which clients find the broker.
        controller_port: of the loopback listener that the broker has with itself.
        data: the folder of its data.
        password: the administrator's.
    """
    return {
        "BROKER_LISTEN": listen,
        "BROKER_ADVERTISED": advertised,
        "BROKER_CONTROLLER_PORT": str(controller_port),
        "BROKER_DATA": data,
        "BROKER_ADMIN_PASSWORD": password,
    }

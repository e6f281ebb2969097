"""What goes wrong at a broker, apart from its client: who only asks for the plan needs none."""


class BrokerTrouble(Exception):
    """The broker was not reached, or did not do all that it was asked; apply again goes on."""

"""What a body says that examines complaints (art. 19).

So far only what every service says; the events of a complaint come with the service.
"""

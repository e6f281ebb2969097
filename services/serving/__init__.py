"""The process of an agency's instances: threads, transports, the front door."""

"""The front door: officers' commands and queries over HTTP."""

"""A realm of agencies that do not trust each other: each instance a process, driven by HTTP."""

"""What is new of somebody since the last export."""

from enum import StrEnum


class NewsKind(StrEnum):
    """What one list of connections says otherwise than the one before."""

    NEW_JOB = "new_job"
    NEW_NAME = "new_name"
    NEW_PROFILE = "new_profile"
    NEW_CONNECTION = "new_connection"
    GONE = "gone"  # kept, and no longer among the connections

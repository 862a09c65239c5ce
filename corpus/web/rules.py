"""What the owner of a programme allows of the web, as a section of the settings."""

from pydantic import BaseModel, ConfigDict, Field

_PRODUCT = r"^[A-Za-z][A-Za-z_-]*(/[A-Za-z0-9._-]+)?( [\x20-\x7e]+)?$"


class WebRules(BaseModel):
    """How documents are fetched from web addresses.

    Attributes:
        allow_private: whether addresses of this machine and of private networks may be read, and
            ports other than 80 and 443.
        max_bytes: longest document, counted as it came and as it was after decompression.
        seconds: for one document, redirects and retries included; pauses that are kept for the
            host's sake, and the reading of its robots.txt, are not counted.
        redirects: how many are followed, one after the other.
        retries: how often an address is asked again after a fault of the moment, 0.5 seconds
            later, then 1, 2 and so on, or as late as the server asks for.
        user_agent: who we say we are. Up to the first slash or space it is the name that
            robots.txt may speak to; an address to complain to may stand after it.
        respect_robots: whether what robots.txt refuses is left alone.
        pause_s: seconds between two documents of one host.
        max_pause_s: seconds that a host's own Crawl-delay is followed up to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    allow_private: bool = False
    max_bytes: int = Field(default=20_000_000, ge=1_000)
    seconds: float = Field(default=20, gt=0, le=3_600)
    redirects: int = Field(default=5, ge=0, le=20)
    retries: int = Field(default=2, ge=0, le=10)
    user_agent: str = Field(default="programme-assistant/0.1", max_length=200, pattern=_PRODUCT)
    respect_robots: bool = True
    pause_s: float = Field(default=1, ge=0, le=60)
    max_pause_s: float = Field(default=30, ge=0, le=600)

    @property
    def robot(self) -> str:
        """The name that robots.txt may speak to."""
        return self.user_agent.split(" ")[0].split("/")[0]

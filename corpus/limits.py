"""How much of a file is read, and for how long: what a stranger's file may cost us."""

from pydantic import BaseModel, ConfigDict, Field


class Limits(BaseModel):
    """Bounds of reading one file. What exceeds one is refused with its reason, never cut."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file_bytes: int = Field(default=50_000_000, ge=1, description="a file's size on disk")
    text_chars: int = Field(default=5_000_000, ge=1, description="text of one document")
    pages: int = Field(default=5_000, ge=1, description="pages or slides of one document")
    table_rows: int = Field(default=50_000, ge=1, description="rows of one table or sheet")
    table_columns: int = Field(default=500, ge=1, description="columns of one table or sheet")
    members: int = Field(default=5_000, ge=1, description="files in one archive or message")
    unpacked_bytes: int = Field(default=500_000_000, ge=1, description="an archive's, unpacked")
    unpacked_ratio: int = Field(default=200, ge=2, description="unpacked to packed, over 1 MB")
    nesting: int = Field(default=2, ge=0, description="archives inside an archive")
    seconds: float = Field(default=60, gt=0, description="time for one file")
    memory_bytes: int = Field(default=2_000_000_000, ge=100_000_000, description="for reading")


USUAL = Limits()
"""What holds where nothing else is set."""

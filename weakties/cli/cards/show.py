"""`weakties cards show`: a picture of what was understood of a photo."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contacts.errors import UnreadableSourceError, UsageError
from weakties.cli.session import Session

if TYPE_CHECKING:
    from PIL import Image

    from contacts.readings import PhotoReading
    from exporters.annotated import Faces
    from extractors.picture import Picture
    from weakties.settings import Settings

_FACES = ("inter", "japanese", "chinese")


def show(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A photo or PDF file.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The picture to write: a .png.", show_default=False)],
    page: Annotated[int | None, typer.Option(min=1, help="Of a PDF or TIFF.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file.")] = False,
    ocr: Annotated[str | None, typer.Option(help="auto, rapidocr or tesseract.")] = None,
) -> None:
    """Draw what was read on a photo, so that you see why: outlines, lines, fields in colours."""
    from PIL import Image

    from exporters.annotated import annotated

    session: Session = context.obj or Session.of(None, quiet=False)
    _check_out(out, file, force=force)
    settings = session.settings(ocr=ocr)
    reading = _reading(file, page, settings)
    picture = _picture(file, reading.page)
    photo = Image.fromarray(picture.pixels[..., ::-1])
    drawing = annotated(reading, photo, picture.scale, _faces())
    _write(drawing, out, force=force)
    typer.echo(out)
    if not reading.cards:
        session.say(f"{file}: no card was found on this picture")


def _check_out(out: Path, file: Path, *, force: bool) -> None:
    """Refuse what cannot or must not be written, before anything is read."""
    if out.suffix.casefold() != ".png":
        raise UsageError(str(out), "is no name of a PNG file", "as in --out seen.png")
    if out.exists() and file.exists() and out.samefile(file):
        raise UsageError(str(out), "is the photo itself", "name another file")
    if out.is_dir() or (out.exists() and not force):
        raise UsageError(str(out), "is there already", "name another file, or add --force")
    if not out.absolute().parent.is_dir():
        raise UsageError(str(out.parent), "is no folder", "name a folder that is there")


def _reading(file: Path, page: int | None, settings: "Settings") -> "PhotoReading":
    """Return the reading of a page, by default the first."""
    from extractors.photo import read_photo
    from flows.receipt import counted

    readings = read_photo(
        file,
        file=str(file),
        ocr=settings.ocr,
        region=settings.region,
        languages=settings.languages,
    )
    found = [reading for reading in readings if page in {None, reading.page or 1}]
    if not found:
        raise UsageError(
            f"--page {page}", f"{file} has {counted(len(readings), 'page')}", "count from 1"
        )
    if found[0].error:
        raise UnreadableSourceError(str(file), found[0].error, found[0].next_step)
    return found[0]


def _picture(file: Path, page: int | None) -> "Picture":
    from extractors.picture import open_pictures

    return next(one for one in open_pictures(file, file=str(file)) if one.page == page)


def _faces() -> "Faces":
    from exporters.annotated import Faces
    from weakties.demo.print.typefaces import FONTS, TYPEFACES

    chosen = [TYPEFACES[name] for name in _FACES]
    return Faces(
        regular=tuple(FONTS / f"{face.regular}.ttf" for face in chosen),
        bold=tuple(FONTS / f"{face.bold}.ttf" for face in chosen),
    )


def _write(drawing: "Image.Image", out: Path, *, force: bool) -> None:
    """Write the picture, readable by its owner alone."""
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if force else os.O_EXCL)
    try:
        with os.fdopen(os.open(out, flags, 0o600), "wb") as stream:
            drawing.save(stream, format="PNG")
    except OSError as error:
        raise UsageError(
            str(out), f"cannot be written: {error.strerror or error}", "name another file"
        ) from error

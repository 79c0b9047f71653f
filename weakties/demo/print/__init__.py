"""The pictures of the invented world: cards set in type, then photographed.

`photo.photograph` and `photo.scan` give the bytes of a picture, `layouts.render` the flat card,
`heic.committed` three photographs in a phone's own format.
"""

"""One account's file or folder becomes an Account."""

from __future__ import annotations

from sam_gen.model.account import Account
from sam_gen.model.place import PlacedDict, PlacedText
from sam_gen.model.problem import Problem, quoted
from sam_gen.reading.folders import Source
from sam_gen.reading.reader import Reader


def read_account(reader: Reader, source: Source) -> Account | None:
    """Read one account; None if one of its files cannot be read."""
    trees = [reader.tree(path) for path in source.files]
    whole = [tree for tree in trees if tree is not None]
    if len(whole) < len(trees) or not whole:
        return None
    tree = _merge(reader, whole)
    name_by_file(reader, tree, source.id, "the account's id is the name of its file")
    own = reader.collect(Account, tree)
    reader.resolve(Account, tree, own)
    return reader.typed(Account, tree)


def name_by_file(reader: Reader, tree: PlacedDict, id_: str, why: str) -> None:
    """Give a file's record its id, the name of the file, which may not be written in it."""
    if "id" in tree:
        reader.add([Problem(tree.keys_at["id"], "SAM030", why, "Delete the line.")])
    tree["id"] = PlacedText(id_, tree.place)


def _merge(reader: Reader, trees: list[PlacedDict]) -> PlacedDict:
    """Join the files of one account; a field may stand in one of them only."""
    whole = trees[0]
    for tree in trees[1:]:
        for key, value in tree.items():
            if key in whole:
                message = f"{quoted(key)} stands already in {whole.keys_at[key].file}"
                reader.add([Problem(tree.keys_at[key], "SAM054", message, "Keep it in one file.")])
            else:
                whole[key] = value
                whole.keys_at[key] = tree.keys_at[key]
    return whole

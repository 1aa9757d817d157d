"""What templates reach for, held against the types of what they are given: the names of attributes, one by one."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes
from markupsafe import Markup

from recount.model.interval import Interval
from recount.model.values import Period
from recount.publication.public import Public
from recount.publication.wording import Wording

Type = Any
LOOP = {"index", "index0", "first", "last", "length"}
PLAIN = (str, int, float, bool, Markup, dict, list, tuple)
ENGINE = (Wording, Interval, Period)


def parsed(source: str) -> nodes.Template:
    return Environment(trim_blocks=True, lstrip_blocks=True).parse(source)


@dataclass
class Reached:
    """Everything wrong that was found, and how many attributes were held against a known type."""

    wrong: list[str] = field(default_factory=list)
    told: int = 0
    untold: int = 0


class Reader:
    """Walks one template with the types of its values; macros are read anew for the types they are called with."""

    def __init__(self, name: str, sources: Mapping[str, str], given: Mapping[str, Type], known: Mapping[str, Type]):
        self.name, self.sources, self.found = name, sources, Reached()
        self.scope: dict[str, Type] = {**known, **given}
        self.macros: dict[str, tuple[nodes.Macro, str]] = {}
        self.read: set[tuple[str, str]] = set()

    def run(self) -> Reached:
        tree = parsed(self.sources[self.name])
        self._learn(tree, "")
        self.walk(tree, self.scope)
        return self.found

    def _learn(self, tree: nodes.Template, prefix: str) -> None:
        for one in tree.find_all(nodes.Import):
            file = one.template.value if isinstance(one.template, nodes.Const) else ""
            self._learn(parsed(self.sources[file]), f"{one.target}.")
        for macro in tree.find_all(nodes.Macro):
            self.macros[prefix + macro.name] = (macro, prefix)

    def walk(self, node: nodes.Node, scope: dict[str, Type]) -> None:
        match node:
            case nodes.Macro() | nodes.Import() | nodes.Extends():
                return
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign():
                self._bind(node.target, self.of(node.node, scope), scope)
            case nodes.Expr():
                self.of(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.walk(child, scope)

    def _for(self, node: nodes.For, scope: dict[str, Type]) -> None:
        inner = dict(scope)
        self._bind(node.target, element(self.of(node.iter, scope)), inner)
        inner["loop"] = "loop"
        for child in [*([node.test] if node.test else []), *node.body]:
            self.walk(child, inner)
        for child in node.else_:
            self.walk(child, dict(scope))

    def _bind(self, target: nodes.Node, what: Type, scope: dict[str, Type]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = what
        elif isinstance(target, nodes.Tuple):
            parts = get_args(what) if get_origin(what) is tuple else ()
            for place, one in enumerate(target.items):
                whole = len(parts) == len(target.items) and Ellipsis not in parts
                self._bind(one, parts[place] if whole else None, scope)

    def of(self, node: nodes.Node, scope: dict[str, Type]) -> Type:  # noqa: PLR0911
        """The type of an expression, None where nobody can tell; attributes on the way are held against theirs."""
        match node:
            case nodes.Name():
                return scope.get(node.name)
            case nodes.Const():
                return type(node.value)
            case nodes.Getattr():
                return self.attribute(self.of(node.node, scope), node.attr, node.lineno)
            case nodes.Getitem():
                self.of(node.arg, scope)
                inner = self.of(node.node, scope)
                return inner if isinstance(node.arg, nodes.Slice) else element(inner, keyed=True)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.CondExpr():
                self.of(node.test, scope)
                both = [self.of(node.expr1, scope), self.of(node.expr2, scope) if node.expr2 else None]
                return next((one for one in both if one is not None), None)
            case nodes.Or() | nodes.And():
                left, right = self.of(node.left, scope), self.of(node.right, scope)
                return right if left is None else left
            case _:
                for child in node.iter_child_nodes():
                    self.of(child, scope)
                return None

    def _call(self, node: nodes.Call, scope: dict[str, Type]) -> Type:
        given = [self.of(one, scope) for one in node.args]
        for one in node.kwargs:
            self.of(one.value, scope)
        name = called(node.node)
        if name in self.macros or f"p.{name}" in self.macros:
            self._macro(name if name in self.macros else f"p.{name}", given, scope)
            return Markup
        if isinstance(node.node, nodes.Getattr) and name not in scope:
            self.of(node.node, scope)
            inner = self.of(node.node.node, scope)
            if node.node.attr == "get" and get_origin(bare(inner)) in (dict, Mapping):
                return get_args(bare(inner))[1]
        function = scope.get(name)
        return get_type_hints(function).get("return") if callable(function) and not isinstance(function, type) else None

    def _macro(self, name: str, given: list[Type], scope: dict[str, Type]) -> None:
        macro, prefix = self.macros[name]
        if (name, str(given)) in self.read:
            return
        self.read.add((name, str(given)))
        outer = scope if not prefix else self.scope
        inner = {**outer, **{one.name: None for one in macro.args}}
        inner |= dict(zip((one.name for one in macro.args), given, strict=False))
        for child in macro.body:
            self.walk(child, inner)

    def _filter(self, node: nodes.Filter, scope: dict[str, Type]) -> Type:
        inner = self.of(node.node, scope) if node.node is not None else None
        first = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else None
        for one in node.args:
            self.of(one, scope)
        if node.name in ("selectattr", "groupby", "map") and isinstance(first, str):
            what = element(inner)
            for part in first.split("."):
                what = self.attribute(what, part, node.lineno)
            return list[tuple[Any, inner]] if node.name == "groupby" and inner is not None else inner
        if node.name in ("list", "sort", "reverse"):
            return inner
        return {"length": int, "int": int, "round": float}.get(node.name, str)

    def attribute(self, what: Type, name: str, line: int) -> Type:  # noqa: PLR0911
        """The type of an attribute; one that its type does not have, or that begins with an underscore, is wrong."""
        what = bare(what)
        if what == "loop":
            if name not in LOOP:
                self.found.wrong.append(f"{self.name}:{line}: loop.{name}")
            return int
        if name in ("__class__", "__name__"):
            return None
        if name.startswith("_"):
            self.found.wrong.append(f"{self.name}:{line}: .{name} is private")
            return None
        if what is None or what is Any:
            self.found.untold += 1
            if name not in shown():
                self.found.wrong.append(f"{self.name}:{line}: .{name} is shown of nothing")
            return None
        self.found.told += 1
        if get_origin(what) in (dict, Mapping) and name not in names(dict):
            return get_args(what)[1]
        kinds = [one for one in options(what) if one is not type(None)]
        having = [one for one in kinds if name in names(one)]
        if not having:
            self.found.wrong.append(f"{self.name}:{line}: {what} has no .{name}")
            return None
        return hint(having[0], name)


def called(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return f"{called(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else ""


def options(what: Type) -> tuple[Type, ...]:
    if get_origin(what) in (Union, types.UnionType):
        return tuple(part for one in get_args(what) for part in options(one))
    return (what,)


def bare(what: Type) -> Type:
    """A type without None."""
    kinds = [one for one in options(what) if one is not type(None)] if what is not None else []
    return kinds[0] if len(kinds) == 1 else what


def element(what: Type, *, keyed: bool = False) -> Type:
    """What a sequence holds; `keyed` gives the values of a mapping."""
    what = bare(what)
    origin, args = get_origin(what), get_args(what)
    if keyed and origin in (dict, Mapping):
        return args[1]
    if origin in (list, Sequence) or (origin is tuple and Ellipsis in args):
        return args[0]
    return None


def names(what: Type) -> set[str]:
    what = get_origin(what) or what
    if not isinstance(what, type):
        return set()
    slots = {*getattr(what, "__dataclass_fields__", ()), *({"value", "name"} if issubclass(what, Enum) else ())}
    return {name for name in {*dir(what), *slots} if not name.startswith("_")}


def hint(what: Type, name: str) -> Type:
    if isinstance(what, type) and issubclass(what, Enum) and name in ("value", "name"):
        return str
    if name in getattr(what, "__dataclass_fields__", ()):
        return get_type_hints(what)[name]
    found = getattr(get_origin(what) or what, name, None)
    return get_type_hints(found.fget).get("return") if isinstance(found, property) else None


def every(of: type) -> list[type]:
    return [of, *(found for one in of.__subclasses__() for found in every(one))]


def shown() -> set[str]:
    """Every name of an attribute that anything has which a page may be given."""
    return {name for kind in (*every(Public), *ENGINE, *PLAIN) for name in names(kind)} | {"value", "isoformat"}

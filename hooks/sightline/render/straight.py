"""Compiles templates to the Python that one would write by hand.

Jinja asks of everything at every use what it is: whether ``x.y`` is an attribute or an item, whether a function wants
the template's context, whether a macro was called in an escaped place. Here all of that is known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from sightline.render.escaping import escaped

_FINISHED = {
    "page": ("text", "words", "body", "to", "to_file", "link", "note_anchor", "note_link"),
    "references": ("note", "entry", "locator"),
}
"""What these give as finished HTML, or as addresses and anchors: of ids and words of ours, without a sign that HTML gives
a meaning."""


class Straight(CodeGenerator):
    """Attributes, items, calls and macros are Python's own, and an inline ``if`` without ``else`` writes nothing.
    Whatever a template writes is escaped, but for its own words and what is known to be finished.

    What is not there is an error as in Python. Undefined names are errors of Jinja, as ever.
    """

    template: nodes.Template
    macros: set[str]
    imported: set[str]
    """The templates whose macros are called in this one."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the module; what is finished HTML and what is not is told by ``escaping.py``."""
        self.template = node
        self.macros = {"caller", *(macro.name for macro in node.find_all(nodes.Macro))}
        self.imported = {"parts", *(one.target for one in node.find_all(nodes.Import))}
        super().visit_Template(node, frame)
        self.writeline("from sightline.render.escaping import escaped as escape, finished as Markup")

    def enter_frame(self, frame: Frame) -> None:
        """Look up names once a block or template, and not in each loop and macro again."""
        if frame.parent is None:
            for name in _given(self.blocks[frame.block] if frame.block else self.template):
                frame.symbols.load(name)
        super().enter_frame(frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write a block or template as one string: each piece would pass through all generators up to the page.

        A template that blocks stand in writes little itself, and what they write needs not be copied.
        """
        if frame.buffer or (self.blocks and not frame.block):
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Write texts and values in a row, all at once."""
        if frame.require_output_check:  # a template that only fills blocks writes nothing between them
            return
        many = len(node.nodes) > 1
        self.writeline(f"{frame.buffer}.{'extend((' if many else 'append('}" if frame.buffer else "yield concat((")
        self.indent()
        for child in node.nodes:
            self.newline(child)
            self._written(child, frame)
            self.write(",")
        self.outdent()
        self.writeline("))" if many or not frame.buffer else ")")

    def _written(self, node: nodes.Expr, frame: Frame) -> None:
        """Write a value as it stands on the page: escaped, where it is not known to be finished."""
        if isinstance(node, nodes.CondExpr):
            self.write("(")
            self._written(node.expr1, frame)
            self.write(" if ")
            self.visit(node.test, frame)
            self.write(" else ")
            self._written(node.expr2 or nodes.Const(""), frame)
            self.write(")")
        elif isinstance(node, (nodes.TemplateData, nodes.Const)):
            self.write(repr(str(escaped(node.as_const(frame.eval_ctx)))))
        elif self._is_finished(node):
            self.visit(node, frame)
        else:
            self.write("escape(")
            self.visit(node, frame)
            self.write(")")

    def _is_finished(self, node: nodes.Expr) -> bool:
        """True where a macro is called, or what gives finished HTML or an address."""
        if isinstance(node, nodes.Filter) and node.node:
            return node.name in ("unlinked", "verbatim") or (node.name == "closed" and self._is_finished(node.node))
        called = node.node if isinstance(node, nodes.Call) else None
        if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
            return called.node.name in self.imported or called.attr in _FINISHED.get(called.node.name, ())
        return isinstance(called, nodes.Name) and called.name in self.macros

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write ``x.y``, which never means ``x["y"]``."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Write ``x[y]``, which never means ``x.y``."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call of a function, a method or a macro: functions get what they need by argument."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are given one by one", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        """Write a choice between two values, or between a value and nothing."""
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Return what a macro has written as finished HTML."""
        super().return_buffer_contents(frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as a function with its parameters; those without a default must be given."""
        names = [argument.name for argument in macro_ref.node.args]
        optional = names[len(names) - len(macro_ref.node.defaults) :]
        given = [f"{name}=missing" if name in optional else name for name in names]
        caller = ["caller"] if macro_ref.accesses_caller else []
        parameters = ", ".join([*given, *caller, "*", "macro=macro"])
        self.write(f"lambda {parameters}: macro({', '.join([*names, *caller])})")


def _given(scope: nodes.Template | nodes.Block) -> list[str]:
    """The names in a block or template that are nowhere set in it; none in a template that only fills blocks."""
    if scope.find(nodes.Extends):
        return []
    names = list(scope.find_all(nodes.Name))
    return sorted(
        {name.name for name in names if name.ctx == "load"} - {name.name for name in names if name.ctx != "load"}
    )

"""Compiles templates so that they call functions straight away."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class Straight(CodeGenerator):
    """Jinja asks of everything called whether it wants the template's context. Nothing here does: functions and macros
    get what they need by argument, and a page makes hundreds of calls."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call of a function, a method or a macro."""
        self.write("environment.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

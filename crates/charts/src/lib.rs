//! Accessible SVG charts, each with title, description and table twin.

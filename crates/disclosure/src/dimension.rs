//! The axes of a table: categories, and the inner nodes that group them.

use std::collections::BTreeMap;

use crate::TableError;

/// The label of the node that holds a whole dimension together.
pub const TOTAL: &str = "Total";

/// One node of a dimension: a category, an inner node, or the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    label: String,
    parent: Option<usize>,
    is_category: bool,
}

impl Node {
    /// The label as it was given; the last node of a dimension is [`TOTAL`].
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Position of the node this one is a part of; none for the total.
    pub fn parent(&self) -> Option<usize> {
        self.parent
    }

    /// Whether the node is a category of the inner table, not a sum of others.
    pub fn is_category(&self) -> bool {
        self.is_category
    }
}

/// An axis of a table: its categories, their inner nodes, and the total last.
///
/// Children stand right before their parent; siblings in the order the categories were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    name: String,
    nodes: Vec<Node>,
}

impl Dimension {
    /// An axis whose categories add up to the total directly.
    ///
    /// # Errors
    /// No category, a label used twice, an empty label, or a category called [`TOTAL`].
    pub fn flat<L: Into<String>>(
        name: impl Into<String>,
        categories: impl IntoIterator<Item = L>,
    ) -> Result<Self, TableError> {
        Self::hierarchical(name, categories, &[])
    }

    /// An axis whose categories add up to the total by way of inner nodes.
    ///
    /// `edges` are pairs of child and parent. With edges, each category needs its own; a leaf of
    /// the edges that is no category yet becomes one, after the given ones. One root or several
    /// may stand below the total; a single root is a cell of its own, equal to the total.
    ///
    /// # Errors
    /// As [`Dimension::flat`]; also a child with two parents, a cycle, a category without a
    /// place among the edges, or a category that other nodes are part of.
    pub fn hierarchical<L: Into<String>>(
        name: impl Into<String>,
        categories: impl IntoIterator<Item = L>,
        edges: &[(String, String)],
    ) -> Result<Self, TableError> {
        let name = name.into();
        let categories: Vec<String> = categories.into_iter().map(Into::into).collect();
        let forest = Forest::grow(&name, &categories, edges)?;
        let dimension = Self {
            nodes: forest.nodes(&name)?,
            name,
        };
        if dimension.nodes.len() < 2 {
            return Err(TableError::NoCategory {
                dimension: dimension.name,
            });
        }
        Ok(dimension)
    }

    /// The name of the axis, as a column head.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All nodes; children before parents, the total last.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The position of a label, categories, inner nodes and [`TOTAL`] alike.
    pub fn position(&self, label: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.label == label)
    }

    /// Position of the total.
    pub fn total(&self) -> usize {
        self.nodes.len() - 1
    }
}

/// Labels with their children, on the way to a [`Dimension`].
struct Forest<'a> {
    children: BTreeMap<&'a str, Vec<&'a str>>,
    parents: BTreeMap<&'a str, &'a str>,
    roots: Vec<&'a str>,
}

impl<'a> Forest<'a> {
    fn grow(
        name: &str,
        categories: &'a [String],
        edges: &'a [(String, String)],
    ) -> Result<Self, TableError> {
        let mut forest = Self {
            children: BTreeMap::new(),
            parents: BTreeMap::new(),
            roots: Vec::new(),
        };
        for category in categories {
            check_label(name, category)?;
            if forest.children.insert(category, Vec::new()).is_some() {
                return Err(label_twice(name, category));
            }
        }
        for (child, parent) in edges {
            check_label(name, child)?;
            check_label(name, parent)?;
            if forest.parents.insert(child, parent).is_some() {
                return Err(label_twice(name, child));
            }
        }
        forest.place(name, categories, edges)?;
        Ok(forest)
    }

    /// Hangs each child below its parent, in the order of the categories, then of the edges.
    fn place(
        &mut self,
        name: &str,
        categories: &'a [String],
        edges: &'a [(String, String)],
    ) -> Result<(), TableError> {
        let known: Vec<&str> = categories.iter().map(String::as_str).collect();
        for (_, parent) in edges {
            if known.contains(&parent.as_str()) {
                return Err(TableError::InnerNodeAsCategory {
                    dimension: name.to_owned(),
                    label: parent.clone(),
                });
            }
        }
        for category in &known {
            if !edges.is_empty() && !self.parents.contains_key(category) {
                return Err(TableError::NoPlace {
                    dimension: name.to_owned(),
                    label: (*category).to_owned(),
                });
            }
        }
        let mentioned = edges
            .iter()
            .flat_map(|(child, parent)| [child.as_str(), parent.as_str()]);
        for label in known.into_iter().chain(mentioned) {
            self.hang(label);
        }
        Ok(())
    }

    fn hang(&mut self, label: &'a str) {
        self.children.entry(label).or_default();
        let siblings = match self.parents.get(label) {
            Some(parent) => self.children.entry(parent).or_default(),
            None => &mut self.roots,
        };
        if !siblings.contains(&label) {
            siblings.push(label);
        }
    }

    /// Children before parents; a label that no root reaches is part of a cycle.
    fn nodes(&self, name: &str) -> Result<Vec<Node>, TableError> {
        let mut nodes = Vec::new();
        for root in &self.roots {
            self.visit(root, &mut nodes);
        }
        let lost = self
            .children
            .keys()
            .find(|label| !nodes.iter().any(|n: &Node| n.label == **label));
        if let Some(label) = lost {
            return Err(TableError::Cycle {
                dimension: name.to_owned(),
                label: (*label).to_owned(),
            });
        }
        let total = nodes.len();
        for node in &mut nodes {
            node.parent.get_or_insert(total);
        }
        nodes.push(Node {
            label: TOTAL.to_owned(),
            parent: None,
            is_category: false,
        });
        Ok(nodes)
    }

    fn visit(&self, label: &str, nodes: &mut Vec<Node>) -> usize {
        let children = &self.children[label];
        let below: Vec<usize> = children
            .iter()
            .map(|child| self.visit(child, nodes))
            .collect();
        let here = nodes.len();
        for child in below {
            nodes[child].parent = Some(here);
        }
        nodes.push(Node {
            label: label.to_owned(),
            parent: None,
            is_category: children.is_empty(),
        });
        here
    }
}

fn check_label(dimension: &str, label: &str) -> Result<(), TableError> {
    if label.is_empty() {
        return Err(TableError::EmptyLabel {
            dimension: dimension.to_owned(),
        });
    }
    if label == TOTAL {
        return Err(TableError::CalledTotal {
            dimension: dimension.to_owned(),
        });
    }
    Ok(())
}

fn label_twice(dimension: &str, label: &str) -> TableError {
    TableError::LabelTwice {
        dimension: dimension.to_owned(),
        label: label.to_owned(),
    }
}

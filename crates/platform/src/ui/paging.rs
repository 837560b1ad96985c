//! Links that keep a list's filters while they turn its pages or change its order.

/// The query of a list page, kept as it came, so that links change one thing and keep the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads the raw query string (without `?`); values stay percent-encoded as they are.
    pub fn parse(raw: &str) -> Query {
        let pairs = raw.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        Query(
            pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    /// The raw value of a name, if it occurs.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A relative link with one name set anew. The value must need no percent-encoding.
    pub fn link(&self, name: &str, value: &str) -> String {
        let kept = self
            .0
            .iter()
            .filter(|(key, _)| key != name && key != "page");
        let mut link = String::from("?");
        for (key, value) in kept {
            link.push_str(key);
            link.push('=');
            link.push_str(value);
            link.push('&');
        }
        link.push_str(name);
        link.push('=');
        link.push_str(value);
        link
    }
}

/// Where a reader stands in a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Counted from 1.
    pub number: u64,
    /// Rows on a full page.
    pub size: u64,
    /// Rows of the whole list, if they were counted.
    pub total: Option<u64>,
    /// Counting stopped at `total`; there are more.
    pub capped: bool,
    /// A further page exists.
    pub more: bool,
    query: Query,
}

impl Page {
    /// The page named by `page=` in the query, the first if none or nonsense is named.
    pub fn of(query: &Query, size: u64) -> Page {
        let number = query
            .get("page")
            .and_then(|number| number.parse().ok())
            .unwrap_or(1);
        let number = u64::clamp(number, 1, 1_000_000);
        Page {
            number,
            size,
            total: None,
            capped: false,
            more: false,
            query: query.clone(),
        }
    }

    /// Rows to skip before this page.
    pub fn offset(&self) -> u64 {
        (self.number - 1) * self.size
    }

    /// With the number of all rows; `capped` if counting stopped there. A page behind the end, as
    /// an old link may name, is the last one.
    #[must_use]
    pub fn counted(mut self, total: u64, capped: bool) -> Page {
        self.total = Some(total);
        self.capped = capped;
        if !capped {
            self.number = self.number.min(total.div_ceil(self.size).max(1));
        }
        self.more = capped || self.number * self.size < total;
        self
    }

    /// Without counting: whether a row was found after the last one of this page.
    #[must_use]
    pub fn followed(mut self, more: bool) -> Page {
        self.more = more;
        self
    }

    pub fn previous(&self) -> Option<String> {
        (self.number > 1).then(|| self.link(self.number - 1))
    }

    pub fn next(&self) -> Option<String> {
        self.more.then(|| self.link(self.number + 1))
    }

    /// The pages around this one, with the first and the last: number, link, whether it is this one.
    /// A gap has no link.
    pub fn around(&self) -> Vec<PageLink> {
        let last = match self.total {
            Some(total) if !self.capped => total.div_ceil(self.size).max(1),
            _ if self.more => self.number + 1,
            _ => self.number,
        };
        let near = self.number.saturating_sub(1).max(1)..=(self.number + 1).min(last);
        let mut numbers: Vec<u64> = [1].into_iter().chain(near).chain([last]).collect();
        numbers.dedup();
        let mut links = Vec::new();
        let mut before = 0;
        for number in numbers {
            if number > before + 1 {
                links.push(PageLink {
                    number: 0,
                    href: String::new(),
                    current: false,
                });
            }
            let current = number == self.number;
            links.push(PageLink {
                number,
                href: self.link(number),
                current,
            });
            before = number;
        }
        links
    }

    fn link(&self, number: u64) -> String {
        self.query.link("page", &number.to_string())
    }
}

/// One number in a row of pages; `number` 0 stands for left-out pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    pub number: u64,
    pub href: String,
    pub current: bool,
}

/// A column heading that orders the list: first click ascending, second descending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortLink {
    pub label_key: &'static str,
    pub href: String,
    pub order: Option<Order>,
    /// Numbers stand to the right.
    pub numeric: bool,
}

/// The order of a list by one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Ascending,
    Descending,
}

impl SortLink {
    /// For `column` of a list ordered by `sort=column` or `sort=-column`.
    pub fn new(query: &Query, column: &str, label_key: &'static str) -> SortLink {
        let order = match query.get("sort") {
            Some(sort) if sort == column => Some(Order::Ascending),
            Some(sort) if sort.strip_prefix('-') == Some(column) => Some(Order::Descending),
            _ => None,
        };
        SortLink::ordered(query, column, label_key, order)
    }

    /// The column by which the list is ordered when the query names none.
    pub fn first(query: &Query, column: &str, label_key: &'static str, order: Order) -> SortLink {
        if query.get("sort").is_some() {
            return SortLink::new(query, column, label_key);
        }
        SortLink::ordered(query, column, label_key, Some(order))
    }

    fn ordered(
        query: &Query,
        column: &str,
        label_key: &'static str,
        order: Option<Order>,
    ) -> SortLink {
        let href = match order {
            Some(Order::Ascending) => query.link("sort", &format!("-{column}")),
            Some(Order::Descending) | None => query.link("sort", column),
        };
        SortLink {
            label_key,
            href,
            order,
            numeric: false,
        }
    }

    #[must_use]
    pub fn numeric(mut self) -> SortLink {
        self.numeric = true;
        self
    }

    /// The value of `aria-sort`.
    pub fn aria(&self) -> &'static str {
        match self.order {
            Some(Order::Ascending) => "ascending",
            Some(Order::Descending) => "descending",
            None => "none",
        }
    }
}

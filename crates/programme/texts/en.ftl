## Sites

nav-site = Site
nav-sites = Sites
nav-programme-settings = Programme
sites-title = Sites
sites-lead = Where the programme works, and what is funded there today.
sites-empty = There is no site yet. Add the first one from the official list.
site-add = Add site
site-add-lead = From the official list of districts, cities and towns in North Rhine-Westphalia.
site-place = District, city or town
site-exists = This site exists already.
site-added = The site has been added. The operator sets up the first account of its administration.
site-kind = Kind
site-kind-programme = Programme
site-kind-city = city
site-kind-district = district
site-kind-town = town in a district
site-ags = Official key
site-region = Region
site-providers = Providers
site-posts = Posts

## Providers

provider-add = Add provider
provider-change = Change provider
provider-name = Name of the provider
provider-kind = Kind of provider
provider-kind-municipality = Municipality
provider-kind-welfare = Welfare organisation
provider-kind-other = Other provider
provider-known = There is a provider of this name here already.
provider-saved = The provider has been saved.
providers-empty = No provider yet. Add first who carries the work, the municipality itself included.

## Posts

post-add = Add post
post-change = Change post
post-lead = When the extent or the person changes, end the post and add a new one. So the figures of earlier months stay right.
post-function = Function
post-function-case-management = Case management
post-function-coordination = Coordination
post-function-administration = Administration
post-fte = Full-time equivalents
post-fte-today = Full-time equivalents today
post-fte-hint = Share of a full-time post, such as 0.5 or 1.
post-fte-unreadable = Please use a number such as 0.5 or 1 with at most two decimals.
post-provider = Provider
post-from = First day
post-to = Last day
post-to-hint = Leave empty as long as no end is known.
post-ends-before = The last day lies before the first.
post-holder = Held by
post-holder-hint = People with an account at the site can be chosen.
post-vacant = Vacant
post-held = Held
post-state-running = running
post-state-planned = planned
post-state-ended = ended
post-saved = The post has been saved.
posts-empty = No post yet. The figure “cases per full-time equivalent” is made from posts.

## Settings

settings-title = Settings of the programme
settings-lead = They hold for all sites and for every table made from now on.
settings-threshold = Smallest number shown
settings-threshold-hint = From 3 to 10. Smaller numbers are hidden in all tables, charts and files, and as many others as are needed so that nobody can work them out.
settings-threshold-range = Please use a whole number from 3 to 10.
settings-zeros = Zeros
settings-zeros-hint = A zero that is shown says that nobody of a group is there. Protecting that too leaves far fewer numbers to see.
settings-zeros-publish = show
settings-zeros-protect = protect like small numbers
settings-saved = The setting holds from now on.

## Names of acts

act-site-add = Site added
act-provider-add = Provider added
act-provider-change = Provider changed
act-post-add = Post added
act-post-change = Post changed
act-programme-protection = Protection of numbers changed
subject-site = Site
subject-provider = Provider
subject-post = Post
subject-programme = Programme

## Start page

start-posts-vacant = { $n ->
    [one] One post is vacant.
   *[other] { $n } posts are vacant.
}
start-posts-ending = { $n ->
    [one] One post ends within the next three months.
   *[other] { $n } posts end within the next three months.
}
start-posts-first-end = The next end: { $day }.
start-sites-without-posts = { $n ->
    [one] One site has no post today.
   *[other] { $n } sites have no post today.
}

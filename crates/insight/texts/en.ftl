## Figures: measures

figure-addressed = Addressed
figure-addressed-wording = People addressed, also without a name
figure-addressed-base = Encounters; somebody addressed several times counts several times
figure-counselled = Counselled
figure-counselled-wording = People counselled without taking part
figure-counselled-base = Counselling without a name, short counselling and referrals; without participations
figure-entries = Entries
figure-entries-wording = Participations begun
figure-entries-base = Cases whose participation began in the period
figure-exits = Exits
figure-exits-wording = Participations ended
figure-exits-base = Participations that ended in the period; reopened ones do not count
figure-stock = Stock
figure-stock-wording = Running participations
figure-stock-base = Participations that were running at the end of the last day
figure-supported = Supported
figure-supported-wording = Participations supported
figure-supported-base = Participations that ran for at least one day of the period
figure-consultations = Consultations
figure-consultations-wording = Consultations in cases
figure-consultations-base = Consultations in the period; one with several topics counts under each
figure-needs = Needs
figure-needs-wording = Participations with a need
figure-needs-base = Cases whose participation began in the period; one with several needs counts under each
figure-outcomes = Outcomes
figure-outcomes-wording = Participations that first attained an outcome
figure-outcomes-base = Participations that ran in the period; one with several outcomes counts under each
figure-cases_per_fte = Cases per post
figure-cases_per_fte-wording = Running participations per full case management post
figure-cases_per_fte-base = Participations running at the end of the last day, and posts that could be filled on that day
figure-case_manager_posts = Case management posts
figure-case_manager_posts-wording = Full case management posts
figure-case_manager_posts-base = Posts on the last day
figure-posts = Posts
figure-posts-wording = Full posts
figure-posts-base = Posts on the last day

## Figures: dimensions

figure-and = and
figure-by-site = Municipality
figure-by-region = Administrative region
figure-by-district = District or municipality
figure-by-quarter = Quarter
figure-by-year = Year
figure-by-sex = Sex
figure-by-age-class = Age at entry
figure-by-status-group = Status at entry
figure-by-nationality = Nationality
figure-by-domain = Life domain
figure-by-provider = Provider
figure-by-access-path = Access
figure-by-outcome = Outcome
figure-by-function = Task of the post
figure-age-u18 = under 18
figure-age-18-20 = 18 to 20
figure-age-21-24 = 21 to 24
figure-age-25-27 = 25 to 27
figure-age-28 = 28 and older
figure-outcome-employment = Employment
figure-outcome-employment_regular = of these more than marginal
figure-outcome-employment_marginal = of these marginal
figure-quarter = Q{ $quarter } { $year }
figures-share-of = { $column }, share
figure-part-from = { $stretch } (from { $from })
figure-part-to = { $stretch } (until { $to })
figure-part-between = { $stretch } ({ $from } to { $to })
figure-altogether = together (too few)
figure-region = region of { $region }
figure-period-ahead = This period lies after the data date; there are no figures yet.
figure-not-stated = not stated
figure-total = Total

## Figures: what stands beside them all

figure-base = Base
figure-wording = Counted
figure-data-date = Data date
figure-rule-label = Protection
figure-base-count = { $base } (n = { $n })
figure-by = by { $by }
figure-as-of = as of { $to }
figure-in-period = { $from } to { $to }
figure-rule = Counts below { $threshold } are protected, and others from which they could be computed; zeros are shown
figure-rule-zeros = Counts below { $threshold } and zeros are protected, and others from which they could be computed
figure-rule-open = Posts say nothing about people; nothing is protected
figure-hidden = protected
figure-hidden-count =
    { $n ->
        [one] One number is protected.
       *[other] { $n } numbers are protected.
    }
figure-told-as-one = { $by }: too few to be broken down. Beside the total they could be guessed.
figures-three-ways = Tables broken down three ways have no chart.
figure-nothing-hidden = No number had to be protected.
figure-apart = Each table is protected by itself. Two together can tell more, say with another period, by something else, or stock, entries and exits of the same quarters: look at them side by side before passing them on.
figure-parts = The parts do not add up to the whole: each counts wherever it applies. Shares refer to the base.
figure-stock-parts = Stock is a number on one day; it is not summed over time.

## Figures: pages

figures-title = Figures
figures-lead = Every table is protected before anybody sees it.
figures-ask = A table of your own
figures-standard = Standard tables
figures-standard-lead = Period { $from } to { $to }
figures-table-title = Table
figures-measure = What is counted?
figures-first = By
figures-second = and by
figures-third = and also by
figures-none = nothing more
figures-first-day = First day
figures-last-day = Last day
figures-show = Show table
figures-shares = Show shares
figures-csv = As CSV
figures-xlsx = As Excel file
figures-too-many-bars = This table has too many rows for a chart.
figures-only-totals = The chart shows the sum of each row.
figures-fte = Full posts
figures-per-fte = Per full post
figures-table = Numbers
figures-chart = Chart
figures-preset-entries-quarter = Entries by quarter
figures-preset-exits-quarter = Exits by quarter
figures-preset-stock-quarter = Stock by quarter
figures-preset-entries-site-quarter = Entries by municipality and quarter
figures-preset-age-sex = Entries by age and sex
figures-preset-status-sex = Entries by status and sex
figures-preset-nationality = Entries by nationality
figures-preset-access = Entries by access
figures-preset-needs = Needs by life domain
figures-preset-outcomes = Outcomes by kind
figures-preset-caseload = Cases per post by municipality
figures-preset-posts = Posts by municipality and task
figures-preset-addressed = People addressed by quarter
figures-preset-counselled = People counselled by quarter
figures-preset-consultations = Consultations by topic

## Figures: what cannot be

figure-bad-day = “{ $what }” is not a day. Possible are 2021, 2021-04 and 2021-04-01.
figure-period-backwards = The last day lies before the first.
figure-period-long = The period is longer than a hundred years.
figure-unknown = “{ $what }” is not counted here.
figure-by-unknown = Nothing can be broken down by “{ $what }”.
figure-by-twice =
    “{ $what ->
        [site] { figure-by-site }
        [region] { figure-by-region }
        [district] { figure-by-district }
        [quarter] { figure-by-quarter }
        [year] { figure-by-year }
        [sex] { figure-by-sex }
        [age_class] { figure-by-age-class }
        [status_group] { figure-by-status-group }
        [nationality] { figure-by-nationality }
        [domain] { figure-by-domain }
        [provider] { figure-by-provider }
        [access_path] { figure-by-access-path }
        [outcome] { figure-by-outcome }
        [function] { figure-by-function }
       *[other] { $what }
    }” is asked for twice.
figure-by-not-for-measure =
    This measure cannot be broken down by “{ $what ->
        [site] { figure-by-site }
        [region] { figure-by-region }
        [district] { figure-by-district }
        [quarter] { figure-by-quarter }
        [year] { figure-by-year }
        [sex] { figure-by-sex }
        [age_class] { figure-by-age-class }
        [status_group] { figure-by-status-group }
        [nationality] { figure-by-nationality }
        [domain] { figure-by-domain }
        [provider] { figure-by-provider }
        [access_path] { figure-by-access-path }
        [outcome] { figure-by-outcome }
        [function] { figure-by-function }
       *[other] { $what }
    }”.
figure-by-two-times = Please break down by quarter or by year, not both.
figure-by-count = Please break down by one to three characteristics.
figure-too-fine = This table is broken down so finely that it cannot be protected safely. Please choose fewer characteristics or a longer period per column.

## Start page

start-stock = participations running today
start-entries = entries this quarter
start-exits = exits this quarter

## Names of acts

act-statistics-export = Table downloaded
subject-table = Table

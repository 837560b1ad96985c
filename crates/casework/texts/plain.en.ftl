## Talk sheet in plain words

plain-B1-work = Work in a company
plain-B1-self_employment = Work for yourself
plain-B2-integration = Attend an integration course
plain-B2-vocational = Attend a German course for work
plain-B2-duty = The social office can oblige you to attend an integration course
plain-B3-company_training = Do vocational training in a company
plain-B3-school_training = Do vocational training at a school
plain-B3-bvb = Attend a course of the employment agency that prepares for training (BvB)
plain-B3-bab = Get money from the employment agency during training (BAB)
plain-B3-asa_pre = Get help with finding a training place (AsA)
plain-B3-asa = Get tutoring and support during training (AsA)
plain-B3-bae = Do training with a training provider (BaE)
plain-B3-eq = Do a paid internship before training (EQ)
plain-B3-bafoeg = Get money for school or university (BAföG)
plain-B4-asylblg = Get money and help from the social office (AsylbLG)
plain-B4-asylblg_s2 = Get higher benefits from the social office (§ 2 AsylbLG)
plain-B4-sgb2 = Get money from the Jobcenter
plain-B4-health = See a doctor like people with health insurance
plain-B4-egk = Get a health card
plain-B4-youth_support = Get help from youth social work
plain-B4-young_adult_aid = Get help from the youth office for young adults
plain-B4-housing_allowance = Get money for the rent (Wohngeld)
plain-B4-area = Travel freely within Germany
plain-B4-residence = Decide yourself in which town you live
plain-B4-wbs = Get a certificate for a low-rent flat (WBS)

plain-C1 = Residence permit for young people who are well settled here
plain-C1-1 = You have had a Duldung (or the right of opportunity) for long enough.
plain-C1-2 = You have lived here long enough without a break.
plain-C1-3 = You attended school with success for long enough, or you have a certificate.
plain-C1-4 = You apply before you are too old for it.
plain-C1-7 = You earn enough, or you are at school, in training or at university.
plain-C1-8 = Your identity is clarified and you have a passport.
plain-C1-9 = Times with a “Duldung for persons with unclarified identity” do not count.

plain-C2 = Residence permit for people who have lived here for a long time
plain-C2-1 = You have a Duldung (or the right of opportunity).
plain-C2-2 = You have lived here for many years without a break. With a child fewer years are enough.
plain-C2-3 = You have passed the test “Leben in Deutschland”.
plain-C2-4 = You live mainly on your own work.
plain-C2-5 = You speak German at level A2.
plain-C2-6-60d = You have had a Duldung for employment for 30 months.

plain-C3 = Duldung for vocational training
plain-C3-1 = You began the training during the asylum procedure.
plain-C3-1b = You have had a Duldung for three months.
plain-C3-2 = The training leads to a recognised occupation.
plain-C3-3 = The contract is registered, or the school has promised a place.
plain-C3-4 = The application comes no earlier than seven months before the beginning.
plain-C3-5 = Your identity was clarified in time, or you did everything for it in time.

plain-C4 = Residence permit for vocational training
plain-C4-1 = You began the training during the asylum procedure.
plain-C4-1b = You have had a Duldung for three months.
plain-C4-2 = The training leads to a recognised occupation.
plain-C4-3 = The contract is registered, or the school has promised a place.
plain-C4-4 = The application comes no earlier than seven months before the beginning.
plain-C4-5 = Your identity was clarified in time, or you did everything for it in time.
plain-C4-livelihood = You have enough money to live on. Money from the employment agency for training counts.

plain-C5 = Duldung for employment
plain-C5-1 = You came to Germany early enough.
plain-C5-2 = Your identity was clarified in time, or you did everything for it in time.
plain-C5-3 = You have had a Duldung for twelve months.
plain-C5-4 = You have worked long enough, with enough hours and social insurance.
plain-C5-5 = You have lived on this work for twelve months.
plain-C5-6 = You speak German at level A2.

plain-C6 = Residence right of opportunity
plain-C6-1 = You have a Duldung.
plain-C6-2 = On 31 October 2022 you had lived here for five years without a break.

plain-C7 = Residence permit for people with a vocational degree
plain-C7-status = You have a Duldung or a fitting residence title.
plain-C7-1 = You completed training or a degree in Germany.
plain-C7-2 = Your degree from abroad is recognised and you have worked in this occupation for two years.
plain-C7-3 = You have worked as a skilled worker for three years and lately lived without public money.
plain-C7-4 = You have a job that fits your degree.
plain-C7-6 = You speak German at level B1.
plain-C7-1a = After the Duldung for training you have a fitting job and German at level B1.

plain-C8 = Case of hardship
plain-C8-1 = You would have to leave Germany.

plain-C9 = Settlement permit or naturalisation
plain-C9-1 = With recognised protection: five years, enough money of your own, German A2.
plain-C9-2 = With recognised protection: three years, nearly all money of your own, German C1.
plain-C9-3 = With another humanitarian title: five years, enough money, German B1, test “Leben in Deutschland”.
plain-C9-4 = If you came as a child: five years with a title, of age, German B1, money or training.
plain-C9-5 = Naturalisation: enough years of lawful stay, enough money, German B1, test, clarified identity.
plain-C9-6 = Naturalisation earlier: with special merits and German C1.

plain-C10 = Change from the asylum procedure to work as a skilled worker
plain-C10-1 = You have withdrawn the asylum application. Never do that without advice.
plain-C10-2 = You came to Germany before 29 March 2023.
plain-C10-3 = You have a job as a skilled worker.
plain-C10-4 = Your asylum application has not been finally rejected.

plain-D01 = Last day to extend your residence title
plain-D03 = Time to prepare the extension of your residence title
plain-D04 = Your Duldung ends. Please renew it before.
plain-D05 = Your Aufenthaltsgestattung ends. Please renew it before.
plain-D06 = Your proof of arrival ends
plain-D08 = Last day to go to court against the asylum decision
plain-D09 = Last day to go to court and file the urgent application against the asylum decision
plain-D10 = Last day to give the reasons to the court
plain-D12 = You are told to leave by then. Talk to your adviser at once.
plain-D16 = Last day to apply as a young person (§ 25a)
plain-D18 = Last day to apply as a young person (§ 25a)
plain-D19-apply = From then on you can apply because of your training
plain-D20 = Three months of Duldung are complete (important for training)
plain-D21 = Do everything to clarify your identity by then
plain-D24 = End of the time to look for training or work
plain-D25 = Time to prepare the application after the Duldung for employment
plain-D26 = End of the residence right of opportunity
plain-D27 = Begin the integration course by then
plain-D28 = From then on higher benefits from the social office
plain-D29-3m = From then on work can be permitted
plain-D29-9m = From then on work can be permitted
plain-D29-6m = From then on work can be permitted
plain-D29-registered = From then on work can be permitted
plain-D29-duldung = From then on work can be permitted in the reception centre
plain-D29-4y = From then on work is permitted more easily
plain-D30-bvb = From then on the preparing course of the employment agency is possible
plain-D30-bab = From then on money for training is possible (BAB)
plain-D30-bafoeg = From then on BAföG is possible
plain-D31 = Last day to object to the social office
plain-D33 = Last day to go to court against the foreigners authority
plain-D39 = Time to apply for a new passport. Talk to your adviser first.
plain-D40 = From then on you can choose freely where you live

sheet-language = Language of the sheet
sheet-or = – or –
sheet-expected = This will probably be met on { $day }.

/** What the parameters rest on, as far as it was published. Cited by short name; full here and in MODEL.md. */
/* prettier-ignore */
export const REFERENCES = {
  'Antenna 2024':
    'Antenna (2024). Resubscription is on the rise. antenna.live, on the State of Subscriptions report, first quarter 2024.',
  'Ascarza, Iyengar and Schleicher 2016':
    'Ascarza, E., Iyengar, R. and Schleicher, M. (2016). The perils of proactive churn prevention using plan recommendations: evidence from a field experiment. Journal of Marketing Research 53(1), 46-60.',
  'Brown, Imai, Vieider and Camerer 2024':
    'Brown, A. L., Imai, T., Vieider, F. M. and Camerer, C. F. (2024). Meta-analysis of empirical estimates of loss aversion. Journal of Economic Literature 62(2), 485-516.',
  'Bughin, Doogan and Vetvik 2010':
    'Bughin, J., Doogan, J. and Vetvik, O. J. (2010). A new way to measure word-of-mouth marketing. McKinsey Quarterly, April 2010.',
  'De Matos, Henrique and Rossi 2007':
    'De Matos, C. A., Henrique, J. L. and Rossi, C. A. V. (2007). Service recovery paradox: a meta-analysis. Journal of Service Research 10(1), 60-77.',
  'Gelbrich, Gäthke and Grégoire 2015':
    'Gelbrich, K., Gäthke, J. and Grégoire, Y. (2015). How much compensation should a firm offer for a flawed service? An examination of the nonlinear effects of compensation on satisfaction. Journal of Service Research 18(1), 107-123.',
  'Goodman and Newman 2003':
    'Goodman, J. and Newman, S. (2003). Understand customer behavior and complaints. Quality Progress 36(1), 51-55.',
  'Haesevoets, Van Hiel, Pandelaere, Bostyn and De Cremer 2017':
    'Haesevoets, T., Van Hiel, A., Pandelaere, M., Bostyn, D. H. and De Cremer, D. (2017). How much compensation is too much? An investigation of the effectiveness of financial overcompensation as a means to enhance customer loyalty. Judgment and Decision Making 12(2), 183-197.',
  'Jachimowicz, Duncan, Weber and Johnson 2019':
    'Jachimowicz, J. M., Duncan, S., Weber, E. U. and Johnson, E. J. (2019). When and why defaults influence decisions: a meta-analysis of default effects. Behavioural Public Policy 3(2), 159-186.',
  'Karasek 1979':
    'Karasek, R. A. (1979). Job demands, job decision latitude, and mental strain: implications for job redesign. Administrative Science Quarterly 24(2), 285-308.',
  'Kim, Ferrin, Cooper and Dirks 2004':
    'Kim, P. H., Ferrin, D. L., Cooper, C. D. and Dirks, K. T. (2004). Removing the shadow of suspicion: the effects of apology versus denial for repairing competence- versus integrity-based trust violations. Journal of Applied Psychology 89(1), 104-118.',
  'Mazumdar, Raj and Sinha 2005':
    'Mazumdar, T., Raj, S. P. and Sinha, I. (2005). Reference price research: review and propositions. Journal of Marketing 69(4), 84-102.',
  'McPherson, Smith-Lovin and Cook 2001':
    'McPherson, M., Smith-Lovin, L. and Cook, J. M. (2001). Birds of a feather: homophily in social networks. Annual Review of Sociology 27, 415-444.',
  'National Customer Rage Survey 2023':
    'Customer Care Measurement & Consulting and W. P. Carey School of Business (2023). National Customer Rage Survey, tenth wave.',
  'Nitzan and Libai 2011':
    'Nitzan, I. and Libai, B. (2011). Social effects on customer retention. Journal of Marketing 75(6), 24-38.',
  'Nitzan and Libai 2013':
    'Nitzan, I. and Libai, B. (2013). If you go, I will follow … Social effects on the decision to terminate a service. GfK Marketing Intelligence Review 5(2), 40-45.',
  'Shaw, Wild and Colquitt 2003':
    'Shaw, J. C., Wild, E. and Colquitt, J. A. (2003). To justify or excuse? A meta-analytic review of the effects of explanations. Journal of Applied Psychology 88(3), 444-458.',
  'Slovic 1993':
    'Slovic, P. (1993). Perceived risk, trust, and democracy. Risk Analysis 13(6), 675-682.',
  'Walasek, Mullett and Stewart 2024':
    'Walasek, L., Mullett, T. L. and Stewart, N. (2024). A meta-analysis of loss aversion in risky contexts. Journal of Economic Psychology 103, 102740.',
} as const;

/** Short name of a publication: names and year. */
export type Reference = keyof typeof REFERENCES;

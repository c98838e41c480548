package detect

import "ticketpatterns/analyzer/stat"

// defaults are the options of the program as shipped.
var defaults = Options{
	FalseAlarmsPerReport: 1, Budget: [FamilyCount]float64{1, 1, 1}, Shuffles: 10, WindowDays: []int{7, 14, 28}, BaselineWindows: 12, BaselineMinWeeks: 8,
	MinPeople: 4, MinTickets: 4, Test: stat.GammaPoisson{}, Progress: func(Step, float64) {},
}

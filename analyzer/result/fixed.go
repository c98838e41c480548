package result

// Fixed lists the values that the scope of p fixes, in the order of the canonical
// columns; empty: the whole desk.
func (p *Pattern) Fixed() []FieldValue {
	out := []FieldValue{}
	for _, v := range []FieldValue{
		{"department", p.Department}, {"category", p.Category}, {"subcategory", p.Subcategory}, {"service", p.Service},
		{"configuration_item", p.ConfigurationItem}, {"location", p.Location}, {"assignment_group", p.AssignmentGroup},
	} {
		if v.Value != "" {
			out = append(out, v)
		}
	}
	return out
}

namespace CoinRig.Runs;

/// <summary>A marker as it stands in its table.</summary>
/// <param name="Kind">Which marker it is, in kebab-case.</param>
/// <param name="StepCount">The step it belongs to.</param>
/// <param name="SegmentCount">The segment it belongs to.</param>
/// <param name="Definition">The step or segment of the plan; kept once.</param>
/// <param name="Content">All else, as JSON.</param>
readonly record struct MarkerRow(string Kind, int? StepCount, int? SegmentCount, object? Definition, string Content);

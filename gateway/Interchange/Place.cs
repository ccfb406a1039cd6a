namespace CoinRig.Interchange;

/// <summary>Where something stands in the file that is imported.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
readonly record struct Place(int Line, int Column);

namespace CoinRig.InstrumentFiles;

/// <summary>A column of the Battery Data Format.</summary>
/// <param name="Label">The preferred label, <c>Quantity / unit</c>.</param>
/// <param name="MachineName">The machine name.</param>
/// <param name="Sense">What it means.</param>
/// <param name="IsDeprecated">Whether it is read with a warning and never written.</param>
sealed record BdfTerm(string Label, string MachineName, ColumnSense Sense, bool IsDeprecated);

namespace CoinRig.InstrumentFiles;

/// <summary>Where a table of a Gamry file is.</summary>
/// <param name="Name">Its name, such as CURVE1 or ZCURVE.</param>
/// <param name="Line">The line of its name, from 1; names and units of the columns follow.</param>
/// <param name="End">The line after its last row.</param>
/// <param name="Rows">Rows that it has.</param>
/// <param name="Declared">Rows that it says it has; null where it does not say.</param>
sealed record GamryTable(string Name, int Line, int End, int Rows, int? Declared)
{
    /// <summary>The line of its first row.</summary>
    public int FirstLine => Line + 3;

    /// <summary>Whether it is one of the curves of a measurement, and not of the rest before it.</summary>
    public bool IsCurve => Name.StartsWith("CURVE", StringComparison.Ordinal) && Name.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0;
}

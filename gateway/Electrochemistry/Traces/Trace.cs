namespace CoinRig.Electrochemistry.Traces;

/// <summary>A stretch of what was measured on one cell: three columns of equal length, in the order of time.</summary>
public readonly ref struct Trace
{
    /// <summary>Makes a trace of columns.</summary>
    /// <param name="seconds">Time, s; equal times are allowed (a step of the current between two readings), falling ones are not.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A; positive charges.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public Trace(ReadOnlySpan<double> seconds, ReadOnlySpan<double> volts, ReadOnlySpan<double> amperes)
    {
        if (seconds.Length != volts.Length || seconds.Length != amperes.Length)
        {
            throw new ArgumentException($"The columns have {seconds.Length}, {volts.Length} and {amperes.Length} rows; they must have as many each.", nameof(volts));
        }
        Seconds = seconds;
        Volts = volts;
        Amperes = amperes;
    }

    /// <summary>Time, s.</summary>
    public ReadOnlySpan<double> Seconds { get; }

    /// <summary>Voltage, V.</summary>
    public ReadOnlySpan<double> Volts { get; }

    /// <summary>Current, A; positive charges.</summary>
    public ReadOnlySpan<double> Amperes { get; }

    /// <summary>Number of rows.</summary>
    public int Length => Seconds.Length;

    /// <summary>The rows of a range.</summary>
    public Trace this[Range range] => new(Seconds[range], Volts[range], Amperes[range]);
}

using CoinRig.Electrochemistry.Traces;

namespace CoinRig.InstrumentFiles;

/// <summary>All rows of one part of a file in memory, in SI units. Columns that the file does not have are null.</summary>
public sealed record Series
{
    /// <summary>Time, s; does not fall.</summary>
    public required double[] Seconds { get; init; }

    /// <summary>Voltage, V.</summary>
    public required double[] Volts { get; init; }

    /// <summary>Current, A; positive charges.</summary>
    public required double[] Amperes { get; init; }

    /// <summary>Number of the step, by the count of steps or by the program.</summary>
    public double[]? Step { get; init; }

    /// <summary>Number of the cycle.</summary>
    public double[]? Cycle { get; init; }

    /// <summary>Charge that went in less what came out since the start, C, by the instrument's own integral.</summary>
    public double[]? Coulombs { get; init; }

    /// <summary>Temperature, degC; NaN where it is missing.</summary>
    public double[]? DegreesCelsius { get; init; }

    /// <summary>Kind of step in the instrument's words.</summary>
    public string[]? StepType { get; init; }

    /// <summary>Line of each row in the file.</summary>
    public required long[] Lines { get; init; }

    /// <summary>Number of rows.</summary>
    public int Length => Seconds.Length;

    /// <summary>Time, voltage and current for an analysis.</summary>
    public Trace Trace => new(Seconds, Volts, Amperes);
}

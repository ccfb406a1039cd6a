namespace CoinRig.Interchange;

/// <summary>What a step does, of what several programs can say.</summary>
enum PortableKind
{
    /// <summary>No current.</summary>
    Rest,

    /// <summary>A constant current.</summary>
    Current,

    /// <summary>A constant voltage.</summary>
    Voltage,

    /// <summary>A sweep of the voltage from one value to another.</summary>
    Sweep,

    /// <summary>A constant power.</summary>
    Power,

    /// <summary>A discharge onto a resistor.</summary>
    Resistance,
}

/// <summary>An entry of a protocol that other programs can take.</summary>
abstract record PortableItem;

/// <summary>A loop.</summary>
/// <param name="Count">How many passes.</param>
/// <param name="CountsCycles">Whether each pass is a cycle.</param>
/// <param name="Items">What is repeated.</param>
sealed record PortableLoop(int Count, bool CountsCycles, IReadOnlyList<PortableItem> Items) : PortableItem;

/// <summary>A step.</summary>
/// <param name="Number">The number of the step in the protocol, from 1.</param>
/// <param name="Line">Its line in the protocol file.</param>
/// <param name="Text">It in the words of the file.</param>
/// <param name="Kind">What it does.</param>
sealed record PortableStep(int Number, int Line, string Text, PortableKind Kind) : PortableItem
{
    /// <summary>The current; positive charges.</summary>
    internal PortableCurrent Current { get; init; }

    /// <summary>The voltage held or where the sweep begins, V; the power, W, positive charges; the resistance, ohm.</summary>
    internal double Value { get; init; }

    /// <summary>Where a sweep ends, V.</summary>
    internal double EndVolts { get; init; }

    /// <summary>Rate of a sweep without its sign, V/s.</summary>
    internal double VoltsPerSecond { get; init; }

    /// <summary>The longest time, s; null for none.</summary>
    internal double? ForSeconds { get; init; }

    /// <summary>The voltage that ends it, V, and whether it ends above or below; null for none.</summary>
    internal (double Volts, bool Above)? UntilVolts { get; init; }

    /// <summary>The size of the current below which it ends; null for none.</summary>
    internal PortableCurrent? UntilBelow { get; init; }

    /// <summary>The current with its sign that ends it, and whether it ends above or below; null for none.</summary>
    internal (double Amperes, bool Above)? UntilCurrent { get; init; }

    /// <summary>When samples are recorded.</summary>
    internal Protocols.RecordRule Record { get; init; }

    /// <summary>Whether a rest keeps the relay closed at zero current.</summary>
    internal bool HoldsZeroCurrent { get; init; }
}

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>A part of a circuit.</summary>
abstract record CircuitNode
{
    /// <summary>The part without the numbers of its elements: parts of one shape can change places.</summary>
    public abstract string Shape { get; }

    /// <summary>All elements, from left to right.</summary>
    public abstract IEnumerable<CircuitElement> Elements { get; }
}

/// <summary>One element; its parameters begin at <paramref name="First"/> of the circuit's.</summary>
sealed record CircuitElement(ElementKind Kind, string Symbol, string Number, int First) : CircuitNode
{
    public override string Shape => Symbol;

    public override IEnumerable<CircuitElement> Elements => [this];
}

/// <summary>Parts one after another.</summary>
sealed record SeriesNode(IReadOnlyList<CircuitNode> Parts) : CircuitNode
{
    public override string Shape => string.Join('-', Parts.Select(p => p.Shape));

    public override IEnumerable<CircuitElement> Elements => Parts.SelectMany(p => p.Elements);
}

/// <summary>Parts beside each other.</summary>
sealed record ParallelNode(IReadOnlyList<CircuitNode> Parts) : CircuitNode
{
    public override string Shape => $"p({string.Join(',', Parts.Select(p => p.Shape))})";

    public override IEnumerable<CircuitElement> Elements => Parts.SelectMany(p => p.Elements);
}

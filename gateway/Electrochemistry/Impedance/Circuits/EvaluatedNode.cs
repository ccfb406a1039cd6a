using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>A part of a circuit with its columns.</summary>
sealed class EvaluatedNode(CircuitNode source, EvaluatedNode? parent, FrequencyGrid grid)
{
    public CircuitNode Source { get; } = source;

    public EvaluatedNode[] Parts { get; set; } = [];

    /// <summary>Whether it is a part of a parallel group.</summary>
    public bool IsBesideOthers { get; } = parent?.Source is ParallelNode;

    /// <summary>Whether dZ/dZ_part is another than 1, so that it has columns.</summary>
    public bool HasSensitivity { get; } = parent is { } above && (above.Source is ParallelNode || above.HasSensitivity);

    public Vector<double>[] Re { get; } = grid.New();

    public Vector<double>[] Im { get; } = grid.New();

    public Vector<double>[] AdmittanceRe { get; } = parent?.Source is ParallelNode ? grid.New() : [];

    public Vector<double>[] AdmittanceIm { get; } = parent?.Source is ParallelNode ? grid.New() : [];

    public Vector<double>[] SensitivityRe { get; } = grid.New();

    public Vector<double>[] SensitivityIm { get; } = grid.New();
}

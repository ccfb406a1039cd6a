using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>An equivalent circuit, such as <c>R0-p(R1,CPE1)-p(R2,CPE2)-W1</c>: <c>-</c> is series, <c>p(a,b)</c> is parallel.</summary>
public sealed class Circuit
{
    Circuit(string text, CircuitNode root, CircuitParameter[] parameters) => (Text, Root, Parameters) = (text, root, parameters);

    /// <summary>As it was written, without blanks.</summary>
    public string Text { get; }

    /// <summary>What it needs, in the order of its elements.</summary>
    public IReadOnlyList<CircuitParameter> Parameters { get; }

    /// <summary>Its parts.</summary>
    internal CircuitNode Root { get; }

    /// <summary>The parts that lie in series at the outermost level.</summary>
    internal IReadOnlyList<CircuitNode> SeriesParts => Root is SeriesNode series ? series.Parts : [Root];

    /// <summary>Reads a circuit.</summary>
    /// <exception cref="CircuitFormatException">The text is no circuit; it says where and what is allowed there.</exception>
    public static Circuit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (root, parameters) = new CircuitParser(text).Parse();
        return new(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), root, parameters);
    }

    /// <summary>The place of a parameter by its name; -1 where the circuit has none of that name.</summary>
    public int IndexOf(string parameter)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i].Name == parameter)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The impedance at a frequency, ohm.</summary>
    /// <param name="hertz">Frequency, Hz.</param>
    /// <param name="parameters">One value a parameter, in their units.</param>
    public Complex Impedance(double hertz, ReadOnlySpan<double> parameters) => Impedance(new Complex(0, 2 * Math.PI * hertz), parameters);

    /// <summary>The impedance at a complex frequency s, as Laplace transforms need it, ohm.</summary>
    /// <param name="s">Complex frequency, 1/s.</param>
    /// <param name="parameters">One value a parameter, in their units.</param>
    public Complex Impedance(Complex s, ReadOnlySpan<double> parameters)
    {
        if (parameters.Length != Parameters.Count)
        {
            throw new ArgumentException($"Circuit '{Text}' has {Parameters.Count} parameters ({string.Join(", ", Parameters.Select(p => p.Name))}); {parameters.Length} values were given.", nameof(parameters));
        }
        return ElementLaw.Impedance(Root, s, parameters);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

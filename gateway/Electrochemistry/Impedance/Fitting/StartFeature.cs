using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>The form that a part of a circuit gives a spectrum, up to a factor.</summary>
enum FeatureForm
{
    /// <summary>1.</summary>
    Constant,

    /// <summary>1/(j omega).</summary>
    Capacitive,

    /// <summary>j omega.</summary>
    Inductive,

    /// <summary>(1 - j)/sqrt(omega).</summary>
    Warburg,

    /// <summary>(j omega)^-alpha.</summary>
    Phase,

    /// <summary>1/(1 + (j omega tau)^alpha).</summary>
    Arc,

    /// <summary>j omega tau/(1 + j omega tau).</summary>
    InductiveArc,

    /// <summary>coth(q)/q.</summary>
    Open,

    /// <summary>tanh(q)/q.</summary>
    Short,
}

/// <summary>A part of a circuit as the search for start values sees it.</summary>
/// <param name="Form">What it looks like.</param>
/// <param name="Scale">The parameter that its factor becomes.</param>
/// <param name="Second">The parameter that follows from factor and time constant (Q, C, L, tau); -1 for none.</param>
/// <param name="Exponent">Its exponent; -1 for none.</param>
/// <param name="Shape">Features of one shape are ordered by their time constants.</param>
sealed record StartFeature(FeatureForm Form, int Scale, int Second, int Exponent, string Shape)
{
    /// <summary>
    /// The features of a circuit as if all its parts lay in series: a capacitance beside a resistance is an arc, and what lies behind that
    /// resistance comes later in time and so shows as if it lay after the arc.
    /// </summary>
    public static List<StartFeature> Of(Circuit circuit)
    {
        var features = new List<StartFeature>();
        foreach (var part in circuit.SeriesParts)
        {
            Add(part, features);
        }
        return features;
    }

    static void Add(CircuitNode node, List<StartFeature> to)
    {
        switch (node)
        {
            case SeriesNode series:
                foreach (var part in series.Parts)
                {
                    Add(part, to);
                }
                break;
            case ParallelNode parallel:
                Add(parallel, to);
                break;
            default:
                to.Add(Of((CircuitElement)node));
                break;
        }
    }

    static void Add(ParallelNode node, List<StartFeature> to)
    {
        var storage = node.Parts.OfType<CircuitElement>().FirstOrDefault(e => e.Kind is ElementKind.Capacitor or ElementKind.ConstantPhase)
            ?? node.Parts.OfType<CircuitElement>().FirstOrDefault(e => e.Kind == ElementKind.Inductor);
        var others = node.Parts.SelectMany(p => p is SeriesNode s ? s.Parts : [p]).ToList();
        var resistor = others.OfType<CircuitElement>().FirstOrDefault(e => e.Kind == ElementKind.Resistor);
        if (storage is not null && resistor is not null)
        {
            others.Remove(storage);
            var isPhase = storage.Kind == ElementKind.ConstantPhase;
            to.Add(new(storage.Kind == ElementKind.Inductor ? FeatureForm.InductiveArc : FeatureForm.Arc, resistor.First, storage.First,
                isPhase ? storage.First + 1 : -1, node.Shape));
            others.Remove(resistor);
        }
        foreach (var part in others)
        {
            Add(part, to);
        }
    }

    static StartFeature Of(CircuitElement element) => element.Kind switch
    {
        ElementKind.Resistor => new(FeatureForm.Constant, element.First, -1, -1, element.Shape),
        ElementKind.Capacitor => new(FeatureForm.Capacitive, element.First, -1, -1, element.Shape),
        ElementKind.Inductor => new(FeatureForm.Inductive, element.First, -1, -1, element.Shape),
        ElementKind.ConstantPhase => new(FeatureForm.Phase, element.First, -1, element.First + 1, element.Shape),
        ElementKind.Warburg => new(FeatureForm.Warburg, element.First, -1, -1, element.Shape),
        ElementKind.WarburgOpen => new(FeatureForm.Open, element.First, element.First + 1, -1, element.Shape),
        _ => new(FeatureForm.Short, element.First, element.First + 1, -1, element.Shape),
    };

    /// <summary>Whether it has a time constant to be searched.</summary>
    public bool HasTime => Form is FeatureForm.Arc or FeatureForm.InductiveArc or FeatureForm.Open or FeatureForm.Short;

    /// <summary>Writes the values of its parameters.</summary>
    public void Write(double factor, double tau, double alpha, Span<double> parameters)
    {
        parameters[Scale] = Form is FeatureForm.Capacitive or FeatureForm.Phase ? 1 / factor : factor;
        if (Second >= 0)
        {
            parameters[Second] = Form switch { FeatureForm.Arc => Math.Pow(tau, alpha) / factor, FeatureForm.InductiveArc => factor * tau, _ => tau };
        }
        if (Exponent >= 0)
        {
            parameters[Exponent] = alpha;
        }
    }
}

using CoinRig.Documents;

namespace CoinRig.Cells;

/// <summary>Reads cell files.</summary>
public static class CellFile
{
    /// <summary>A cell that is called a dummy is never driven beyond this, A.</summary>
    public const double DummyCurrentAmperes = 1e-3;

    /// <summary>Reads a cell file.</summary>
    /// <exception cref="DocumentException">With every mistake of the file.</exception>
    public static Cell Load(string path) => Read(Document.Load(path));

    /// <summary>Reads the file of a cell that was measured already: it needs no limits, which are NaN where it states none.</summary>
    /// <exception cref="DocumentException">With every mistake of the file.</exception>
    public static Cell LoadMeasured(string path) => Read(Document.Load(path), needsLimits: false);

    /// <summary>Reads a cell from a document.</summary>
    /// <exception cref="DocumentException">With every mistake of the document.</exception>
    public static Cell Read(Document document) => Read(document, needsLimits: true);

    static Cell Read(Document document, bool needsLimits)
    {
        var map = document.Root.AsMapping("a cell file");
        if (map is null)
        {
            document.ThrowIfMistaken();
        }
        var cell = Read(document, map!, needsLimits);
        map!.Finish();
        document.ThrowIfMistaken();
        return cell;
    }

    static Cell Read(Document document, MappingReader map, bool needsLimits)
    {
        var isDummy = map.Choice("chemistry", "insertion", "insertion", "dummy") == "dummy";
        var (shape, radius) = ReadParticle(map);
        var (low, high, current) = !needsLimits && map.Optional("limits") is null ? (double.NaN, double.NaN, double.NaN) : ReadLimits(map, isDummy);
        return new Cell
        {
            Name = ReadName(map),
            Description = map.Text("description", "")!,
            SourceText = document.Text,
            WorkingElectrode = map.Choice("working_electrode", "positive", "positive", "negative") == "positive" ? WorkingElectrode.Positive : WorkingElectrode.Negative,
            StartsDischarged = map.Choice("start", "unknown", "unknown", "discharged") == "discharged",
            IsDummy = isDummy,
            ActiveMass = Positive(map, "active_mass", Dimension.Mass),
            Area = Positive(map, "area", Dimension.Area),
            NominalSpecificCapacity = Positive(map, "nominal_capacity", Dimension.SpecificCapacity)?.Value ?? double.NaN,
            MolarMass = Positive(map, "molar_mass", Dimension.MolarMass),
            MolarVolume = Positive(map, "molar_volume", Dimension.MolarVolume),
            Shape = shape,
            Radius = radius,
            LowestVoltage = low,
            HighestVoltage = high,
            LargestCurrent = current,
            Twin = TwinModelReader.Read(map, isDummy),
            StatesTwin = map.Has("twin"),
        };
    }

    /// <summary>The name goes into file names and topics, so it is kept to what both allow.</summary>
    static string ReadName(MappingReader map)
    {
        var name = map.RequiredText("name");
        if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
        {
            map.Optional("name")!.Report($"'{name}'", "a name of letters, digits, '-', '_' and '.' (it becomes part of file names and MQTT topics)");
        }
        return name;
    }

    static Amount? Positive(MappingReader map, string key, Dimension dimension)
    {
        var amount = map.Amount(key, dimension);
        if (amount is { Value: <= 0 })
        {
            map.Optional(key)!.Report(map.Optional(key)!.Description, $"a {dimension.Name} above zero");
        }
        return amount;
    }

    static (ParticleShape? Shape, Amount? Radius) ReadParticle(MappingReader map)
    {
        if (map.Optional("particle")?.AsMapping("'particle'") is not { } particle)
        {
            return (null, null);
        }
        var shape = particle.Choice("shape", "sphere", "sphere", "slab") == "sphere" ? ParticleShape.Sphere : ParticleShape.Slab;
        particle.Required("radius");
        var radius = Positive(particle, "radius", Dimension.Length);
        particle.Finish();
        return (shape, radius);
    }

    static (double Low, double High, double Current) ReadLimits(MappingReader map, bool isDummy)
    {
        if (map.Required("limits")?.AsMapping("'limits'") is not { } limits)
        {
            return (double.NaN, double.NaN, double.NaN);
        }
        limits.Required("voltage");
        var voltage = limits.Span("voltage", Dimension.Voltage);
        var current = limits.RequiredQuantity("current", Dimension.Current);
        if (current <= 0)
        {
            limits.Optional("current")!.Report(limits.Optional("current")!.Description, "a current above zero; it limits both directions");
        }
        if (isDummy && current > DummyCurrentAmperes)
        {
            limits.Optional("current")!.Report(limits.Optional("current")!.Description, "at most 1 mA for 'chemistry: dummy', because its voltage is not checked before connecting");
        }
        limits.Finish();
        return (voltage?.Low ?? double.NaN, voltage?.High ?? double.NaN, current);
    }
}

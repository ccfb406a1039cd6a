using System.Text.Json;
using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>
/// Reads protocols of aurora-unicycler (EmpaEconversion/aurora-unicycler 5353a46, version 0.4.6): JSON in which unknown keys are refused
/// and numbers may be texts.
/// </summary>
public static class UnicyclerFile
{
    /// <summary>The name that stands for the sample's until it is known.</summary>
    const string NamePlaceholder = "$NAME";

    /// <summary>Reads a protocol.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="keepRates">Whether C-rates stay C-rates although the sample's capacity is stated; 1C is then that of the cell file.</param>
    /// <exception cref="DocumentException">With every mistake.</exception>
    public static ImportedProtocol Read(string text, string name, bool keepRates)
    {
        var document = Document.Parse(Checked(text, name), name);
        if (document.Root.AsMapping("a protocol of aurora-unicycler") is not { } root)
        {
            document.ThrowIfMistaken();
            throw new InvalidOperationException("A root that is no mapping is a mistake.");
        }
        ReadVersion(root);
        var (sample, milliampereHours) = ReadSample(root);
        var record = UnicyclerHead.Record(root);
        var limits = UnicyclerHead.Limits(root);
        var steps = new UnicyclerSteps(keepRates ? double.NaN : milliampereHours).Read(root.Required("method"));
        root.Finish();
        document.ThrowIfMistaken();
        var protocol = sample is null or "" or NamePlaceholder ? Path.GetFileNameWithoutExtension(name) : sample;
        return ImportedProtocol.Of(name, new(Comment(name, milliampereHours, keepRates), protocol) { Limits = limits, Record = record }, steps, document.Warnings);
    }

    /// <summary>YAML, which has places for its values, takes more than JSON does: what is no JSON is refused first. A tab is a blank to JSON and none to YAML.</summary>
    static string Checked(string text, string name)
    {
        try
        {
            using (JsonDocument.Parse(text))
            {
                return text.Replace('\t', ' ');
            }
        }
        catch (JsonException e)
        {
            throw new DocumentException([new(name, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1,
                $"not JSON: {e.Message.Split(" LineNumber:")[0].Split(" Path:")[0]}", "check commas, braces and quotes here")]);
        }
    }

    /// <summary>Any version is read, as unicycler does.</summary>
    static void ReadVersion(MappingReader root)
    {
        var unicycler = UnicyclerValue.Mapping(root, "unicycler");
        unicycler?.Text("version");
        unicycler?.Finish();
    }

    static (string? Name, double MilliampereHours) ReadSample(MappingReader root)
    {
        if (UnicyclerValue.Mapping(root, "sample") is not { } sample)
        {
            return (null, double.NaN);
        }
        var name = sample.Text("name");
        var capacity = UnicyclerValue.Number(sample, "capacity_mAh");
        if (capacity <= 0)
        {
            sample.Optional("capacity_mAh")!.Report(sample.Optional("capacity_mAh")!.Description, "a capacity above zero, or null");
        }
        sample.Finish();
        return (name, capacity ?? double.NaN);
    }

    static List<string> Comment(string name, double milliampereHours, bool keepRates)
    {
        List<string> lines = [$"From {Path.GetFileName(name)}, a protocol of aurora-unicycler."];
        if (!double.IsNaN(milliampereHours))
        {
            lines.Add(keepRates ? $"Its sample has {Numbers.Of(milliampereHours)} mAh; C-rates here are of the cell file's nominal capacity."
                : $"Its sample has {Numbers.Of(milliampereHours)} mAh, by which its C-rates were turned into currents.");
        }
        return lines;
    }
}

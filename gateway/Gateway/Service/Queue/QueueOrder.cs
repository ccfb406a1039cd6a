using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary>What a person wants a channel to do: texts and not paths, so that what was checked is what will run, whatever becomes of the files.</summary>
sealed record QueueOrder
{
    /// <summary>Instead of a cell: another one of the same kind.</summary>
    internal const string FreshWord = "fresh";

    /// <summary>The channel, counted over the rig.</summary>
    public required int Channel { get; init; }

    /// <summary>The protocol's file, for its name.</summary>
    public required string ProtocolFile { get; init; }

    /// <summary>Its text.</summary>
    public required string ProtocolText { get; init; }

    /// <summary>The cell's file, for messages.</summary>
    public required string CellFile { get; init; }

    /// <summary>Its text.</summary>
    public required string CellText { get; init; }

    /// <summary>On the twin: whether a new cell is put in. On hardware a person does that.</summary>
    public bool Fresh { get; init; }

    /// <summary>When it may start; null at once.</summary>
    public string? Start { get; init; }

    /// <summary>Marks that are set on the way; null for none.</summary>
    public MarkPlan? Marks { get; init; }

    /// <summary>Reads what is to be done.</summary>
    /// <exception cref="DocumentException">With every mistake of the protocol or the cell.</exception>
    internal Plan ReadPlan() => Protocols.ProtocolFile.Read(Document.Parse(ProtocolText, ProtocolFile), Cells.CellFile.Read(Document.Parse(CellText, CellFile)));

    /// <summary>Reads the files; the protocol's text gets the values that are set.</summary>
    internal static QueueOrder Of(int channel, string protocolFile, string cellFile, bool fresh, string? start, IReadOnlyList<string>? set = null) => new()
    {
        Channel = channel,
        ProtocolFile = protocolFile,
        ProtocolText = Assignments.Apply(Document.Load(protocolFile), set ?? []).Text,
        CellFile = cellFile,
        CellText = Document.Load(cellFile).Text,
        Fresh = fresh,
        Start = start,
    };
}

/// <summary>An entry of a queue.</summary>
/// <param name="Id">By which a person names it.</param>
/// <param name="Order">What is to be done.</param>
sealed record QueueEntry(int Id, QueueOrder Order)
{
    /// <summary>Whether a person has let it start.</summary>
    public bool IsReleased { get; init; }

    /// <summary>The protocol's short name.</summary>
    internal string Protocol => Path.GetFileNameWithoutExtension(Order.ProtocolFile);
}

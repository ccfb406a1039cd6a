namespace CoinRig.InstrumentFiles;

/// <summary>Follows the lines of cycles and steps between the records.</summary>
/// <param name="cycleFields">Fields of a line of a cycle.</param>
/// <param name="stepNames">Names of a line of a step.</param>
sealed class NewareLayers(int cycleFields, List<string> stepNames) : ILineRule
{
    readonly Fields _fields = new((byte)',');
    readonly int _id = stepNames.FindIndex(static n => n is "Step Index" or "Step ID" or "Step Number");
    readonly int _type = stepNames.FindIndex(static n => n is "Step Type" or "Step Name");
    double? _cycle;
    double? _step;
    string? _stepType;

    public ILineRule Fresh() => new NewareLayers(cycleFields, stepNames);

    public bool IsRow(ReadOnlySpan<byte> line, long number)
    {
        if (line is [(byte)',', (byte)',', ..])
        {
            return true;
        }
        _fields.Split(line);
        if (line is [(byte)',', ..])
        {
            ReadStep(line, 0);
            return false;
        }
        _cycle = Number(line, 0);
        // In some exports the first line of a cycle has that of its first step behind it.
        if (_fields.Count > cycleFields + 2)
        {
            ReadStep(line, Text(line, cycleFields).Length == 0 ? cycleFields : cycleFields - 1);
        }
        return false;
    }

    public double? Carried(PlannedColumn column) => column.Column.Meaning == Meaning.Cycle ? _cycle : _step;

    public string? CarriedText(PlannedColumn column) => _stepType;

    void ReadStep(ReadOnlySpan<byte> line, int from)
    {
        _step = Number(line, from + _id);
        _stepType = _type < 0 ? null : Texts.Of(Text(line, from + _type));
    }

    ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, int field) => field < _fields.Count ? Texts.Trim(line[_fields[field].Start.._fields[field].End]) : default;

    double? Number(ReadOnlySpan<byte> line, int field) => Decimals.TryRead(Text(line, field), (byte)'.', 0, out var value) ? value : null;
}

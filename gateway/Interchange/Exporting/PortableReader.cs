using CoinRig.Cells;
using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>Turns a protocol file into the words that several programs share; what none of them can say is refused by name.</summary>
sealed class PortableReader
{
    readonly ProbedCurrents _probed;
    readonly PortableProtocol _protocol;
    readonly List<PortableItem> _items = [];

    PortableReader(string text, string file, Cell? cell)
    {
        _probed = new(text, file, cell);
        _protocol = new(_probed.Plan.Name, file, cell, _items, _probed.Plan.Limits.Protocol);
    }

    /// <summary>Reads a protocol; its refusals are not thrown yet.</summary>
    internal static PortableProtocol Read(string text, string file, Cell? cell)
    {
        var reader = new PortableReader(text, file, cell);
        reader.ReadAll();
        return reader._protocol;
    }

    void ReadAll()
    {
        ReadLimits();
        var open = new Stack<(BeginLoop Loop, List<PortableItem> Items)>();
        open.Push((new(-1, 1, false), _items));
        for (var i = 0; i < _probed.Plan.Instructions.Count; i++)
        {
            switch (_probed.Plan.Instructions[i])
            {
                case BeginLoop begin:
                    open.Push((begin, []));
                    break;
                case EndLoop end:
                    if (end.Until.Count > 0)
                    {
                        _protocol.Refusals.Add(new(_protocol.File, end.Line, 1, $"a loop that ends by '{end.Until[0].Text}'", "a loop of a number of passes alone"));
                    }
                    var (loop, items) = open.Pop();
                    open.Peek().Items.Add(new PortableLoop(loop.Count, loop.CountsCycles, items));
                    break;
                case RunStep run when _probed.OtherRate.Instructions[i] is RunStep rate && _probed.OtherMass.Instructions[i] is RunStep mass:
                    open.Peek().Items.AddRange(ReadStep(run.Step, rate.Step, mass.Step));
                    break;
                default:
                    throw new InvalidOperationException($"The instruction {_probed.Plan.Instructions[i]} is none of those of a plan.");
            }
        }
    }

    /// <summary>A limit in C-rates, or per mass or area, has no value without a cell.</summary>
    void ReadLimits()
    {
        for (var i = 0; i < _protocol.Limits.Count; i++)
        {
            var (own, rate, mass) = (_protocol.Limits[i], _probed.OtherRate.Limits.Protocol[i], _probed.OtherMass.Limits.Protocol[i]);
            if (_probed.Of(own.Threshold, rate.Threshold, mass.Threshold) is null or { IsRate: true } && !_probed.IsForACell)
            {
                _protocol.Refusals.Add(new(_protocol.File, own.Line, 1, $"the limit '{own.Text}' depends on the cell", "--cell CELL, or a limit in A, mA or uA"));
            }
        }
    }

    IEnumerable<PortableItem> ReadStep(Step step, Step otherRate, Step otherMass)
    {
        var head = new PortableStep(step.Number, step.Line, step.Text, PortableKind.Rest);
        if (step.Repeats)
        {
            _protocol.Refuse(head, $"{step.Technique} until a condition, of which nobody knows how often it repeats", "a number of passes, such as 'pulses: 20', or a loop of steps");
            yield break;
        }
        if (step.Until.Count > 0 && step.Segments.Count > 1)
        {
            _protocol.Refuse(head, $"'{step.Until[0].Text}' ends several segments together", "a step of its own for each of them, each with its own end");
            yield break;
        }
        for (var i = 0; i < step.Segments.Count; i++)
        {
            var segment = new PortableSegment(_protocol, _probed, head, (step, otherRate, otherMass), i);
            if (segment.Read() is { } read)
            {
                yield return read;
            }
        }
    }
}

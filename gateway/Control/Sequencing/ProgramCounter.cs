using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Walks a plan's program: which step comes next, in which pass of which loop, and which cycle that is.</summary>
sealed class ProgramCounter
{
    readonly IReadOnlyList<Instruction> _instructions;
    readonly int[] _passes;
    readonly int[] _bodies;
    readonly bool _outermostCounts;
    int _index = -1;
    int _depth;
    int _countingDepth;
    int _cyclesBegun;

    internal ProgramCounter(IReadOnlyList<Instruction> instructions)
    {
        _instructions = instructions;
        var loops = instructions.OfType<BeginLoop>().ToArray();
        _passes = new int[loops.Length];
        _bodies = new int[loops.Length];
        _outermostCounts = !loops.Any(l => l.CountsCycles);
    }

    /// <summary>The current step; null before the first and after the last.</summary>
    internal Step? Step => _index >= 0 && _index < _instructions.Count ? (_instructions[_index] as RunStep)?.Step : null;

    /// <summary>The cycle of the current step, from 1.</summary>
    internal int Cycle => Math.Max(1, _cyclesBegun);

    /// <summary>Whether the current step is inside a loop whose passes are cycles; where not, a technique's own passes count.</summary>
    internal bool IsInCountedLoop => _countingDepth > 0;

    /// <summary>Where the program stands.</summary>
    internal ProgramPosition Position => new(_index, [.. _passes]) { CyclesBegun = _cyclesBegun };

    /// <summary>Goes to a position of the same program; its step is the current one.</summary>
    /// <exception cref="PlanRefusedException">The program has no step there.</exception>
    internal void Restore(ProgramPosition position)
    {
        if (position.Instruction < 0 || position.Instruction >= _instructions.Count || _instructions[position.Instruction] is not RunStep || position.Passes.Count != _passes.Length)
        {
            throw new PlanRefusedException($"The run stood at instruction {position.Instruction}, which its protocol has not: it cannot go on.");
        }
        (_depth, _countingDepth) = (0, 0);
        for (_index = 0; _index < position.Instruction; _index++)
        {
            if (_instructions[_index] is BeginLoop begin)
            {
                _bodies[begin.Loop] = _index;
                _countingDepth += Counts(begin, ++_depth) ? 1 : 0;
            }
            else if (_instructions[_index] is EndLoop end)
            {
                _countingDepth -= Counts((BeginLoop)_instructions[_bodies[end.Loop]], _depth--) ? 1 : 0;
            }
        }
        for (var i = 0; i < _passes.Length; i++)
        {
            _passes[i] = position.Passes[i];
        }
        _cyclesBegun = position.CyclesBegun;
    }

    /// <summary>A technique counted cycles of its own, after the one that it began with.</summary>
    internal void CountOwnCycles(int passes) => _cyclesBegun = Cycle + passes;

    /// <summary>Goes to the next step; false where the program is done.</summary>
    internal bool MoveNext()
    {
        while (++_index < _instructions.Count)
        {
            switch (_instructions[_index])
            {
                case RunStep run:
                    _cyclesBegun += run.Step.CountsOwnCycles && !IsInCountedLoop ? 1 : 0;
                    return true;
                case BeginLoop begin:
                    _passes[begin.Loop] = 0;
                    _bodies[begin.Loop] = _index;
                    BeginPass(begin, ++_depth);
                    _countingDepth += Counts(begin, _depth) ? 1 : 0;
                    break;
                case EndLoop end:
                    EndPass((BeginLoop)_instructions[_bodies[end.Loop]]);
                    break;
            }
        }
        return false;
    }

    void EndPass(BeginLoop loop)
    {
        if (_passes[loop.Loop] + 1 < loop.Count)
        {
            _passes[loop.Loop]++;
            BeginPass(loop, _depth);
            _index = _bodies[loop.Loop];
            return;
        }
        _countingDepth -= Counts(loop, _depth) ? 1 : 0;
        _depth--;
    }

    void BeginPass(BeginLoop loop, int depth)
    {
        if (Counts(loop, depth))
        {
            _cyclesBegun++;
        }
    }

    bool Counts(BeginLoop loop, int depth) => loop.CountsCycles || (_outermostCounts && depth == 1);
}

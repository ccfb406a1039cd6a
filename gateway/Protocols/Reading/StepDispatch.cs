using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Gives a step to its technique: a sentence, <c>step: NAME</c> with its keys, or <c>NAME: {keys}</c>.</summary>
static class StepDispatch
{
    internal static Step? Compile(DocumentNode item, ProtocolContext context)
    {
        if (item.Text is { Length: > 0 } sentence)
        {
            context.CapacityResult = context.FileCapacityResult;
            return SentenceStep.Compile(item, context) is { } told
                ? new Step(context.StepNumber, told.Technique, sentence, item.Line, told.Body.Segments, false, []) { AfterPowerLoss = context.AfterPowerLoss, CapacityResult = context.CapacityResult } : null;
        }
        if (!item.IsMapping)
        {
            item.Report(item.Description, "a sentence such as 'Rest for 30 minutes', or a mapping 'step: TECHNIQUE' with its keys");
            return null;
        }
        var map = item.AsMapping("a step")!;
        var keys = map.Keys.ToArray();
        if (keys.Length == 1 && keys[0] != "step")
        {
            return CompileNamed(item, keys[0], map.Optional(keys[0])!, [], context);
        }
        if (!map.Has("step"))
        {
            item.Report("a mapping without 'step' or 'repeat'", "'step: TECHNIQUE' with its keys, or 'repeat: N' with 'steps'");
            return null;
        }
        return CompileNamed(map.Optional("step")!, map.RequiredText("step"), item, ["step"], context);
    }

    static Step? CompileNamed(DocumentNode at, string name, DocumentNode keys, IReadOnlyList<string> besides, ProtocolContext context)
    {
        if (context.Techniques.FirstOrDefault(t => t.Name == name) is not { } technique)
        {
            var names = context.Techniques.Select(t => t.Name);
            var near = Spelling.Nearest(name, names);
            at.Report($"unknown technique '{name}'", $"{(near is null ? "" : $"did you mean '{near}'? ")}The techniques are: {string.Join(", ", names)}");
            return null;
        }
        if (!keys.IsMapping)
        {
            keys.Report(keys.Description, $"the keys of '{name}' in braces: '{name}: {{for: {keys.Text ?? "1 h"}}}'");
            return null;
        }
        var map = keys.AsMapping($"the keys of '{name}'")!;
        map.Declare([.. besides, .. technique.Keys.Select(k => k.Name), .. StepKeys.Common.Select(k => k.Name)]);
        map.Optional("label");
        context.CapacityResult = ProtocolFile.CapacityResult(map, context.FileCapacityResult);
        var before = context.Document.Mistakes.Count;
        var body = RangeReader.Apply(map, technique.Compile(new StepReader(map, context, context.Record)));
        var afterPowerLoss = PowerLossReader.Read(map, context.AfterPowerLoss);
        var trigger = TriggerReader.Read(map, context);
        map.Finish();
        StepChecks.Report(context, map.Node, body, context.Document.Mistakes.Count > before);
        return new Step(context.StepNumber, name, StepText.Of(name, map), at.Line, body.Segments, body.Repeats, body.Until)
        {
            AfterPowerLoss = afterPowerLoss,
            CapacityResult = context.CapacityResult,
            Trigger = trigger,
        };
    }
}

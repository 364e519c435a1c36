using System.Text.Json.Nodes;
using TorchSharp;

namespace Text.Tests.Steps;

/// <summary>Takes a vocabulary through the steps of a case and compares each answer.</summary>
internal static class VocabularyLife
{
    public static object Live(StepCase story)
    {
        var vocabulary = new torchtext.vocab.Vocab(story.Texts("tokens"));
        foreach (var step in story["steps"]!.AsArray())
        {
            var (kind, given) = ((string)step![0]!, step[1]!);
            object? answer;
            try
            {
                answer = Take(vocabulary, kind, given);
            }
            catch (Exception problem) when (problem is KeyNotFoundException or ArgumentException)
            {
                answer = "error";
            }
            StepAnswer.AssertSame(step[2], answer);
            Assert.Equal((int)step[3]!, vocabulary.Count);
            Assert.Equal((long?)step[4], vocabulary.get_default_index());
        }
        return vocabulary.get_itos();
    }

    private static object? Take(torchtext.vocab.Vocab vocabulary, string kind, JsonNode given)
    {
        switch (kind)
        {
            case "insert_token":
                vocabulary.insert_token((string)given[0]!, (long)given[1]!);
                return null;
            case "append_token":
                vocabulary.append_token((string)given[0]!);
                return null;
            case "set_default_index":
                vocabulary.set_default_index((long?)given[0]);
                return null;
            case "get": return vocabulary[(string)given[0]!];
            case "contains": return vocabulary.Contains((string)given[0]!);
            case "lookup_token": return vocabulary.lookup_token((long)given[0]!);
            case "lookup_tokens": return vocabulary.lookup_tokens(StepCase.NumbersOf(given[0]!));
            case "lookup_indices": return vocabulary.lookup_indices(StepCase.TextsOf(given[0]!));
            case "call": return vocabulary.call(StepCase.TextsOf(given[0]!));
            default: throw new InvalidOperationException($"The script knows a step that the test does not: {kind}");
        }
    }
}

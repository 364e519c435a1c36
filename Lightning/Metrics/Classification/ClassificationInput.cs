namespace Lightning.Metrics;

/// <summary>Brings labels, probabilities and logits of classification metrics into one form. Shapes are always checked, values where the task says so.</summary>
internal static class ClassificationInput
{
    /// <summary>Labels of a multiclass task, of shape (N, X); what does not count, or is none of the classes, has the number of classes for its label.</summary>
    internal static (Tensor Preds, Tensor Target) Classes(ClassificationTask task, Tensor preds, Tensor target, string metric)
    {
        var scores = ThrowUnlessMulticlass(task, preds, target, metric);
        CheckValues(task, preds, target, metric);
        var rows = Rows(target);
        var labels = rows.to(ScalarType.Int64);
        var ignored = labels.lt(0).logical_or(labels.ge(task.Classes));
        if (task.IgnoreIndex is { } index)
        {
            ignored = ignored.logical_or(labels.eq(index));
        }

        var predicted = scores ? Predicted(task, preds, labels) : Rows(preds).to(ScalarType.Int64);
        var unknown = predicted.lt(0).logical_or(predicted.ge(task.Classes)).logical_or(ignored);
        return (predicted.masked_fill(unknown, task.Classes), labels.masked_fill(ignored, task.Classes));
    }

    /// <summary>Zeros and ones of a binary or multilabel task as truth values of shape (N, labels, X), and which of them count.</summary>
    internal static (Tensor Preds, Tensor Target, Tensor Counts) Flags(ClassificationTask task, Tensor preds, Tensor target, string metric)
    {
        var (p, t) = PerLabel(task, preds, target, metric);
        var positive = torch.is_floating_point(p.dtype) ? Probabilities(p).gt(task.Threshold) : p.ne(0);
        return (positive, t.eq(1), Counting(task, t));
    }

    /// <summary>Scores of shape (n, classes) as they are, and targets: of shape (n) with class numbers for a multiclass task, else (n, classes) of 0 and 1; -1 where it does not count.</summary>
    internal static (Tensor Scores, Tensor Target) Scores(ClassificationTask task, Tensor preds, Tensor target, string metric)
    {
        if (!torch.is_floating_point(preds.dtype))
        {
            throw new ArgumentException($"{metric} takes probabilities or logits for preds, not labels of type {preds.dtype}.", nameof(preds));
        }

        // Halves are made singles; every other number stays as it is, since ties count.
        var wide = preds.dtype is ScalarType.Float32 or ScalarType.Float64 ? preds : preds.to(ScalarType.Float32);
        if (task.IsMulticlass)
        {
            ThrowUnlessMulticlass(task, preds, target, metric);
            CheckValues(task, preds, target, metric);
            var labels = target.to(ScalarType.Int64).flatten();
            return (wide.movedim(1, -1).reshape(labels.size(0), task.Classes), Ignored(task, labels, labels.lt(0).logical_or(labels.ge(task.Classes))));
        }

        var (p, t) = PerLabel(task, wide, target, metric);
        var flat = p.transpose(1, 2).reshape(p.size(0) * p.size(2), task.Classes);
        var truth = t.to(ScalarType.Int64).transpose(1, 2).reshape(flat.shape);
        return (flat, Ignored(task, truth, truth.lt(0).logical_or(truth.gt(1))));
    }

    /// <summary>Scores of shape (n, classes) as probabilities.</summary>
    internal static Tensor Normal(ClassificationTask task, Tensor scores) =>
        task.IsMulticlass ? torch.where(Outside(scores), scores.softmax(1), scores) : Probabilities(scores);

    /// <summary>Probabilities as they are; logits, told by one of them being outside of 0 to 1, through the sigmoid. Decided on the device.</summary>
    internal static Tensor Probabilities(Tensor preds) => torch.where(Outside(preds), preds.sigmoid(), preds);

    private static Tensor Outside(Tensor preds) => preds.lt(0).logical_or(preds.gt(1)).any();

    private static Tensor Ignored(ClassificationTask task, Tensor target, Tensor unknown)
    {
        var ignored = task.IgnoreIndex is { } index ? unknown.logical_or(target.eq(index)) : unknown;
        return target.masked_fill(ignored, -1);
    }

    private static Tensor Counting(ClassificationTask task, Tensor target)
    {
        var known = target.eq(0).logical_or(target.eq(1));
        return task.IgnoreIndex is { } index ? known.logical_and(target.ne(index)) : known;
    }

    private static Tensor Rows(Tensor tensor)
    {
        var count = tensor.dim() == 0 ? 1 : tensor.size(0);
        return tensor.reshape(count, count == 0 ? 0 : tensor.numel() / count);
    }

    /// <summary>The class of the highest score, or the true one where it is among the highest k.</summary>
    private static Tensor Predicted(ClassificationTask task, Tensor preds, Tensor labels)
    {
        if (task.TopK == 1)
        {
            return Rows(preds.argmax(1));
        }

        var (_, best) = torch.topk(preds, task.TopK, 1);
        var ranked = best.movedim(1, -1).reshape(labels.size(0), labels.size(1), task.TopK);
        var found = ranked.eq(labels.unsqueeze(-1)).any(-1);
        return torch.where(found, labels, ranked.select(-1, 0));
    }

    private static bool ThrowUnlessMulticlass(ClassificationTask task, Tensor preds, Tensor target, string metric)
    {
        ThrowUnlessLabels(target, metric);
        if (preds.dim() == target.dim() + 1 && preds.dim() > 1)
        {
            var shape = preds.shape;
            long[] without = [shape[0], .. shape[2..]];
            if (!torch.is_floating_point(preds.dtype) || shape[1] != task.Classes || !without.AsSpan().SequenceEqual(target.shape))
            {
                throw new ArgumentException(
                    $"{metric}: scores of shape (N, C, ...) are floating-point numbers with C = num_classes = {task.Classes} and a target of shape (N, ...); preds are {Describe(preds)}, "
                    + $"target is {Describe(target)}.", nameof(preds));
            }

            return true;
        }

        if (!preds.shape.AsSpan().SequenceEqual(target.shape) || torch.is_floating_point(preds.dtype))
        {
            throw new ArgumentException(
                $"{metric} takes labels of the target's shape, or scores of shape (N, C, ...), for preds; preds are {Describe(preds)}, target is {Describe(target)}.", nameof(preds));
        }

        return task.TopK == 1 ? false : throw new ArgumentException($"{metric} with top_k: {task.TopK} takes scores of shape (N, C, ...), not labels.", nameof(preds));
    }

    private static (Tensor Preds, Tensor Target) PerLabel(ClassificationTask task, Tensor preds, Tensor target, string metric)
    {
        ThrowUnlessLabels(target, metric);
        RegressionInput.SameShape(preds, target, metric);
        if (task.Kind == ClassificationTask.TaskKind.Multilabel && (preds.dim() < 2 || preds.size(1) != task.Classes))
        {
            throw new ArgumentException($"{metric} takes tensors of shape (N, {task.Classes}, ...) for num_labels: {task.Classes}; preds are {Describe(preds)}.", nameof(preds));
        }

        CheckValues(task, preds, target, metric);
        var count = preds.dim() == 0 ? 1 : preds.size(0);
        var rest = count == 0 ? 0 : preds.numel() / count / task.Classes;
        return (preds.reshape(count, task.Classes, rest), target.reshape(count, task.Classes, rest));
    }

    private static void ThrowUnlessLabels(Tensor target, string metric)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (torch.is_floating_point(target.dtype) || torch.is_complex(target.dtype))
        {
            throw new ArgumentException($"{metric} takes whole numbers for target, not {target.dtype}.", nameof(target));
        }
    }

    private static void CheckValues(ClassificationTask task, Tensor preds, Tensor target, string metric)
    {
        if (!task.Checks(target) || target.numel() == 0)
        {
            return;
        }

        var classes = task.IsMulticlass ? task.Classes : 2;
        CheckLabels(target, classes, task.IgnoreIndex, "target", metric);
        if (!torch.is_floating_point(preds.dtype))
        {
            CheckLabels(preds, classes, null, "preds", metric);
        }
        else if (preds.isnan().any().item<bool>())
        {
            throw new ArgumentException($"{metric} got NaN in preds: the network's output is broken, and no class can be read from it.", nameof(preds));
        }
    }

    private static void CheckLabels(Tensor labels, int classes, int? ignored, string what, string metric)
    {
        var numbers = labels.to(ScalarType.Int64);
        var wrong = numbers.lt(0).logical_or(numbers.ge(classes));
        if (ignored is { } index)
        {
            wrong = wrong.logical_and(numbers.ne(index));
        }

        if (wrong.any().item<bool>())
        {
            var example = numbers.masked_select(wrong)[0].item<long>();
            throw new ArgumentException(
                $"{metric} got {example} in {what}: labels are 0 to {classes - 1}{(ignored is null ? "" : $", or {ignored} for what is ignored")}.", what);
        }
    }

    private static string Describe(Tensor tensor) => $"{tensor.dtype} of shape [{string.Join(", ", tensor.shape)}]";
}

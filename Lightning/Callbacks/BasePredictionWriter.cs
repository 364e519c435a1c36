namespace Lightning;

/// <summary>The base of callbacks that write predictions: after each batch, at the end, or both.</summary>
/// <remarks>
/// In a run over several processes each sees its own share; the indices say which samples those are.
/// Python: <c>lightning.pytorch.callbacks.BasePredictionWriter</c>.
/// </remarks>
public abstract class BasePredictionWriter : Callback
{
    private readonly bool _perBatch;
    private readonly bool _perEpoch;
    private readonly List<List<object?>> _predictions = [];
    private readonly List<List<IReadOnlyList<long>?>> _indices = [];
    private readonly List<SampleOrder?> _orders = [];

    /// <summary>Makes the callback.</summary>
    /// <param name="write_interval">"batch" (the default), "epoch" or "batch_and_epoch".</param>
    protected BasePredictionWriter(string write_interval = "batch")
    {
        (_perBatch, _perEpoch) = write_interval switch
        {
            "batch" => (true, false),
            "epoch" => (false, true),
            "batch_and_epoch" => (true, true),
            _ => throw new MisconfigurationException(
                $"BasePredictionWriter(write_interval: \"{write_interval}\") is unknown; use \"batch\", \"epoch\" or \"batch_and_epoch\"."),
        };
    }

    /// <summary>Writes the predictions of one batch.</summary>
    /// <param name="trainer">The Trainer.</param>
    /// <param name="pl_module">The module.</param>
    /// <param name="prediction">What <c>predict_step</c> returned; its tensors live until the method returns.</param>
    /// <param name="batch_indices">The places of its samples in the data set; null where the loader does not tell.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="batch_idx">Its number.</param>
    /// <param name="dataloader_idx">Its loader's number.</param>
    public virtual void write_on_batch_end(
        Trainer trainer, LightningModule pl_module, object? prediction, IReadOnlyList<long>? batch_indices, object batch, int batch_idx, int dataloader_idx) =>
        throw new MisconfigurationException($"{GetType().Name} writes after batches and does not override write_on_batch_end. Override it.");

    /// <summary>Writes all predictions.</summary>
    /// <param name="trainer">The Trainer.</param>
    /// <param name="pl_module">The module.</param>
    /// <param name="predictions">What <c>predict_step</c> returned, on the processor: for each loader, for each batch.</param>
    /// <param name="batch_indices">The places of their samples in the data sets, alike; null where a loader does not tell.</param>
    public virtual void write_on_epoch_end(
        Trainer trainer, LightningModule pl_module, IReadOnlyList<IReadOnlyList<object?>> predictions, IReadOnlyList<IReadOnlyList<IReadOnlyList<long>?>> batch_indices) =>
        throw new MisconfigurationException($"{GetType().Name} writes at the end and does not override write_on_epoch_end. Override it.");

    /// <inheritdoc/>
    public override void on_predict_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        Forget();
        foreach (var source in trainer.Data.Predict)
        {
            _predictions.Add([]);
            _indices.Add([]);
            _orders.Add(SampleOrder.Of(source.Loader));
        }
    }

    /// <inheritdoc/>
    public override void on_predict_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx)
    {
        var indices = _orders[dataloader_idx]?.Batch(batch_idx);
        if (_perBatch)
        {
            write_on_batch_end(trainer, pl_module, outputs, indices, batch, batch_idx, dataloader_idx);
        }

        if (_perEpoch)
        {
            // Copies: the batch's own tensors are freed with it, and what stays on the processor is the caller's.
            _predictions[dataloader_idx].Add(BatchTransfer.Map(outputs, tensor => tensor.to(torch.CPU, copy: true).DetachFromDisposeScope()));
            _indices[dataloader_idx].Add(indices);
        }
    }

    /// <inheritdoc/>
    public override void on_predict_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (_perEpoch)
        {
            write_on_epoch_end(trainer, pl_module, _predictions, _indices);
        }

        Forget();
    }

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception) => Forget();

    private void Forget()
    {
        foreach (var outputs in _predictions.SelectMany(list => list))
        {
            BatchTransfer.Visit(outputs, tensor => tensor.Dispose());
        }

        _predictions.Clear();
        _indices.Clear();
        _orders.Clear();
    }
}

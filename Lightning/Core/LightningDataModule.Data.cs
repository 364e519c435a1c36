using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lightning;

public abstract partial class LightningDataModule
{
    private HyperParameters _hparams = new();

    /// <summary>The hyperparameters given to <see cref="save_hyperparameters{T}"/>; stored in checkpoints and sent to the loggers.</summary>
    public HyperParameters hparams => _hparams;

    internal bool LogsHyperParameters { get; private set; } = true;

    /// <summary>Records hyperparameters of the data, for checkpoints and loggers.</summary>
    /// <param name="hyperparameters">A dictionary from names to values, or a record or anonymous object whose public properties are the names.</param>
    /// <param name="logger">Sends them to the loggers when a run begins.</param>
    /// <exception cref="MisconfigurationException">A value is neither a number, text, boolean, enum, nor a list or dictionary of such.</exception>
    public void save_hyperparameters<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T hyperparameters, bool logger = true)
        where T : notnull
    {
        _hparams = _hparams.With(HyperParameters.From(hyperparameters));
        LogsHyperParameters = logger;
    }

    /// <summary>A datamodule of data sets: loaders with these settings, shuffled for training.</summary>
    /// <typeparam name="T">A sample.</typeparam>
    /// <param name="train_dataset">What to train on, or null.</param>
    /// <param name="val_dataset">What to validate on, or null.</param>
    /// <param name="test_dataset">What to test on, or null.</param>
    /// <param name="predict_dataset">What to predict, or null.</param>
    /// <param name="batch_size">Samples in a batch; default 1.</param>
    /// <param name="num_workers">Threads that load; default 0.</param>
    public static LightningDataModule from_datasets<T>(
        torch.utils.data.Dataset<T>? train_dataset = null,
        torch.utils.data.Dataset<T>? val_dataset = null,
        torch.utils.data.Dataset<T>? test_dataset = null,
        torch.utils.data.Dataset<T>? predict_dataset = null,
        int batch_size = 1,
        int num_workers = 0) => new OfDatasets<T>(train_dataset, val_dataset, test_dataset, predict_dataset, batch_size, num_workers);

    private sealed class OfDatasets<T>(
        torch.utils.data.Dataset<T>? train,
        torch.utils.data.Dataset<T>? validation,
        torch.utils.data.Dataset<T>? test,
        torch.utils.data.Dataset<T>? predict,
        int batchSize,
        int workers) : LightningDataModule
    {
        public override IEnumerable? train_dataloader() => Loader(train, shuffle: true);

        public override IEnumerable? val_dataloader() => Loader(validation);

        public override IEnumerable? test_dataloader() => Loader(test);

        public override IEnumerable? predict_dataloader() => Loader(predict);

        private IEnumerable? Loader(torch.utils.data.Dataset<T>? dataset, bool shuffle = false) =>
            dataset is null ? null : torch.utils.data.DataLoader(dataset, batch_size: batchSize, shuffle: shuffle, num_workers: workers);
    }
}

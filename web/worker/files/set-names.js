const WORDS = {
  train: /^(train(ing)?(set|data)?|trainings?daten|entrenamiento|treinamento|treino)$/,
  test: /^(test(ing|s)?(set|data)?|valid(ation)?|val|eval(uation)?|testdaten|pruebas?|testes?)$/,
};

/**
 * Which set a file's name tells. The innermost folder that tells counts, if the name itself does not.
 *
 * Whole words count: latest.csv is not a test set. Letters beside digits are words of their own (train60000), and so are
 * those that begin with a capital (mnistTest); MNIST itself calls its test set t10k.
 *
 * @param {string} path
 * @returns {'train' | 'test' | null}
 */
export function kindOf(path) {
  for (const name of path.split('/').reverse()) {
    const words = name
      .replace(/(?<!\p{L})t10k/giu, ' test ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    const saysTrain = words.some((word) => WORDS.train.test(word));
    const saysTest = words.some((word) => WORDS.test.test(word));
    if (saysTrain !== saysTest) return saysTrain ? 'train' : 'test';
  }
  return null;
}

/** Files that systems leave in folders and zips. @param {string} path */
export const isLeftBySystem = (path) => /(^|\/)(__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)/i.test(path);

import { Aes128Gcm, Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { utf8 } from "./bytes.ts";
import { curve } from "./curve.ts";
import { without } from "./missing.ts";
import rfc from "./rfc9180.json";
import { equal, fromHex, hex, ok, test } from "./testing.ts";

interface Vector {
  aead: number;
  skRm: string;
  pkRm: string;
  skEm: string;
  skSm?: string;
  pkSm?: string;
  enc: string;
  ciphertexts: string[];
  exports: string[];
}

const EXPORT_CONTEXTS = ["", "00", hex(utf8("TestContext"))];

async function holds(vector: Vector): Promise<void> {
  const { kem, importPrivate, publicOf } = await curve();
  const suite = new CipherSuite({
    kem,
    kdf: new HkdfSha256(),
    aead: vector.aead === 1 ? new Aes128Gcm() : new Aes256Gcm(),
  });
  const pair = async (raw: string) => {
    const privateKey = await importPrivate(fromHex(raw));
    return { privateKey, publicKey: await publicOf(privateKey) };
  };
  const recipient = await pair(vector.skRm);
  equal(hex(new Uint8Array(await kem.serializePublicKey(recipient.publicKey))), vector.pkRm, "public key");
  const info = fromHex(rfc.info);
  const sender = vector.skSm ? await pair(vector.skSm) : undefined;
  const sending = await suite.createSenderContext({
    recipientPublicKey: recipient.publicKey,
    info,
    ekm: await pair(vector.skEm),
    ...(sender ? { senderKey: sender } : {}),
  });
  const receiving = await suite.createRecipientContext({
    recipientKey: recipient,
    enc: fromHex(vector.enc),
    info,
    ...(vector.pkSm ? { senderPublicKey: await kem.deserializePublicKey(fromHex(vector.pkSm)) } : {}),
  });
  equal(hex(new Uint8Array(sending.enc)), vector.enc, "enc");
  for (const [i, ciphertext] of vector.ciphertexts.entries()) {
    const aad = utf8(`Count-${i}`);
    equal(hex(new Uint8Array(await sending.seal(fromHex(rfc.plaintext), aad))), ciphertext, `ciphertext ${i}`);
    equal(hex(new Uint8Array(await receiving.open(fromHex(ciphertext), aad))), rfc.plaintext, `plaintext ${i}`);
  }
  for (const [i, exported] of vector.exports.entries()) {
    equal(hex(new Uint8Array(await receiving.export(fromHex(EXPORT_CONTEXTS[i]!), 32))), exported, `export ${i}`);
  }
}

for (const vector of rfc.vectors) {
  test(`RFC 9180 ${vector.name}, by the browser's own X25519`, async () => {
    ok((await curve()).native, "this runtime has no X25519 of its own");
    await holds(vector);
  });

  test(`RFC 9180 ${vector.name}, by the package's X25519`, async () => {
    await without("X25519", async () => {
      ok(!(await curve()).native, "X25519 was not taken away");
      await holds(vector);
    });
  });
}

test("RFC 9180 DeriveKeyPair", async () => {
  const ikm = fromHex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");
  const derived = async () => {
    const { kem } = await curve();
    return hex(new Uint8Array(await kem.serializePublicKey((await kem.deriveKeyPair(ikm)).publicKey)));
  };
  equal(await derived(), rfc.vectors[0]!.pkRm);
  equal(await without("X25519", derived), rfc.vectors[0]!.pkRm);
});

/*
 * Palabras BIP-39 en español que no deben estar entre las palabras para volver de nadie.
 *
 * Quien lee puede haber tenido la peor guardia de su vida hace una hora. Nada de esto debe sonar a lo que pasó (daño,
 * enfermedad, hospital), a juicio (culpa, fracaso, ley), a desesperanza, a droga, ni a etiqueta para una persona o un
 * cuerpo; tampoco lo vulgar en alguna región. Una palabra con otro sentido inocente también sale: primero se lee el malo.
 * Una exclusión nueva solo cambia palabras hechas desde entonces; las ya dadas siguen sirviendo, porque las claves no se
 * derivan de esta lista. Deben quedar al menos 1.855 (76 bits con siete): una prueba las cuenta.
 */
export const excludedSpanish = `
  aborto abuso acoso acusar adicto agonía ahogo alarma anemia asalto ataque azote balcón batalla bestia bicho bobo
  bomba bruja burla cadáver caer caída calvo cáncer cárcel celda ceniza cerdo choque ciego clínica cochino código
  coger cojo combate cráneo crimen cripta crisis cuerda culpa cuna débil defensa delito derrota deuda diablo dolor
  dosis droga duelo ebrio enano enemigo enfado enfermo engaño espada fallo falso faltar farmacia fatiga feo fiebre
  fobia fosa fracaso fraude furia fusil gemir golpe gordo grave gripe grito guardia guerra hacha herir hígado hostil
  huida huir hundir hurto ilegal incapaz infiel inútil ira jeringa joroba juez juicio juzgar lágrima lamer lástima
  lesión letal llaga llanto llorar loco locura luto mafia maldad malo manco matar miedo miseria morir mortal muerte
  náusea necio negar negro nervio obeso odiar odio ofensa orgía oxígeno pánico parir paro payaso pecado pelea peligro
  pena perder pésimo pleito policía preso prisión pulmón pulso puñal queja quemar rabia rabo rapto receta rehén rencor
  riesgo riñón ruina sanción sangre satán secta sexo soledad sombra sordo sufrir susto tabaco temor terror tonto tos
  toser tóxico trauma triste tubo tuerto tumba tumor úlcera urgente vacío vacuna vena veneno vengar vicio víctima
  vulgar
`;
